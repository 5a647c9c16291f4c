/// What `postern init` writes.
enum Starter {
    /// The same as `config/server.yaml`, which a test holds together.
    static let server = #"""
        # What Postern needs to run. A change here takes effect when `postern serve` starts again.
        # This file is manual, schema and defaults at once: every key there is stands here; a key that is commented out shows
        # its default. `postern check` says everything that is wrong, with line and column.
        #
        # Secrets never stand in these files. Name them: env:NAME (an environment variable) or file:path (a file that only
        # this user may read; a final line break is dropped).
        #
        # Relative paths begin at the folder of this file.

        # The address under which people reach the portal: https, or http for localhost alone. No path.
        site: https://portal.example

        # Where the server listens. A proxy in front of it brings the TLS certificate.
        listen:
          host: 127.0.0.1
          port: 8080

        # Proxies whose X-Forwarded-For is believed.
        trusted_proxies: [127.0.0.1, "::1"]

        # Where the database and all files live. Back up this folder and nothing else.
        folder: ../var/portal

        # The texts of all mails and pages.
        # templates: ../mail-templates

        # The tables by which they are said in other languages: de.po, fr.po. People's `locale` in portal.yaml chooses.
        # locales: ../locales

        mail:
          # Replies come back to this address with a tag: replies+TAG@portal.example. The mailbox must take such
          # plus addresses; no person may use it.
          address: replies@portal.example

          # The sender's name in mails that no organization sends.
          # name: Postern

          # What is asked of a client in one project within this time travels together, in one numbered mail: the first goes at
          # once, what follows waits. From 1m to 60m; 0 mails each by itself. Messages, receipts, links and codes never wait.
          # together: 5m

          # A message to a client who has just looked at its project's page is left to that page: it is mailed after this time, unless
          # they have looked again and seen it there. From 1m to 60m; 0 mails each at once. Links, codes, receipts and what asks for
          # something are always mailed.
          # on_page: 2m

          # The server that takes in mail from outside and checks its senders. Of what servers say about a sender, only this
          # one's word is believed. Until `postern doctor` has passed with what stands under `mail` here, decisions by mail wait
          # for a button on a page; after a change of the address, of the border or of a server it has to pass again.
          border:
            # The names behind “by” in the Received lines that it writes. * stands for letters, digits, hyphens and dots, as in
            # "*.mail.protection.outlook.com" (Microsoft 365; in quotes, because YAML has its own use for *).
            hosts: [mx.portal.example]
            # The name with which its Authentication-Results lines begin; "(none)" where they begin without one (Microsoft 365).
            ids: [mx.portal.example]
            # Forwarders (d= of their ARC-Seal) whose mail may fail DMARC without being held as forged; it is asked about instead.
            # trusted_sealers: [lists.example]

          # Where that server says nothing of a sender, the mail's own DKIM signature is checked here, with the key and the
          # DMARC record of the sender's domain in the DNS. A signature that is whole, and covers From, To, Cc and Subject, is then
          # as good as the server's word. A server that checks nothing is named under `border` all the same.
          # check_signatures: yes

          # Signs every mail that goes out, where the submission server does not. The key is RSA or Ed25519 in PEM, as
          # `openssl genrsa -out dkim.pem 2048` makes it; its public half stands in the DNS at SELECTOR._domainkey.DOMAIN.
          # dkim:
          #   domain: portal.example      # that of the address above, or one above it
          #   selector: postern
          #   key: file:dkim.pem

          # Where mail goes out.
          submission:
            host: smtp.portal.example
            # tls (from the first byte), starttls, or none (only for this machine itself).
            # security: tls
            # port: 465                   # 587 with starttls
            user: replies@portal.example
            password: env:POSTERN_SMTP_PASSWORD
            # A PEM file with the only certificate authorities to trust; the system's when left out.
            # authorities: /etc/postern/authorities.pem

          # Where mail comes in. Everything in the folder is taken and then moved to Postern/Processed.
          mailbox:
            imap:
              host: imap.portal.example
              # security: tls
              # port: 993                 # 143 with starttls
              user: replies@portal.example
              password: env:POSTERN_IMAP_PASSWORD
              # authorities: /etc/postern/authorities.pem
              # folder: INBOX

          # Instead of `border`, `submission` and `mailbox`: no mail server at all, only two Maildirs on this machine.
          # local:
          #   outgoing: ../var/outgoing
          #   incoming: ../var/incoming

        # Payment services that report here when an invoice is paid, at SITE/hooks/payments/SLUG, and the secret by which each signs
        # (Stripe's scheme: the header Stripe-Signature).
        # payment_services:
        #   - organization: lindgren-rao
        #     secret: env:LINDGREN_RAO_PAYMENTS

        # limits:
        #   mail: 25 MiB                  # a mail that comes in
        #   upload: 25 MiB                # all that one form on a page brings
        #   file: 100 MiB                 # a file that portal.yaml names
        #   storage: 10 GiB               # all files that people bring to one organization's messages

        """#

    /// Shorter than `config/portal.yaml`, which is an example with files.
    static let portal = #"""
        # The organizations of this portal with their people, projects and links.
        # `postern apply --plan` says what a change here would do, and who would be mailed; `postern apply` does it.
        # The addresses below are examples: nobody is mailed before you write `invite: yes` behind a real one.

        organizations:
          - slug: studio                        # in addresses: https://portal.example/studio
            name: Your studio
            contact: hello@studio.example       # shown to clients who cannot get in
            # website: https://studio.example
            # logo: studio/logo.svg             # SVG or PNG, beside this file
            # color: "#1d4d4f"                  # in quotes: what begins with # is a comment
            # welcome: Good to see you.
            # locale: en                        # en, de or fr: what mails and pages are said in
            # time_zone: Etc/UTC
            # portal: on
            # tools:                            # what clients may use
            #   {messages: on, files: on, deliverables: on, todos: on, menus: on, itineraries: on, boards: on,
            #   floorplans: on, guests: on, forms: on, invoices: on, requests: on, passengers: off, documents: on}
            # floorplans: view                  # edit: clients may move, add and remove tables
            # payments: {currency: EUR, link: "https://pay.example/?ref={number}&amount={amount}"}
            # requests: {allow: on, approval: required, assign: you@studio.example}
            # passengers: {documents: optional} # required: nothing is confirmed before each has one
            # decisions: {by_mail: execute}     # confirm: by a button on a page; off: only in the portal
            # reminders: {days_before: [3, 1], weekly: monday, hour: 9, most_in_a_week: 3}    # or off
            # phases: [Planned, Started, In review, Finishing, Done]

            staff:
              - address: you@studio.example
                name: Your name
                role: owner                     # or admin, or member
                # locale: de                    # what this person reads; the organization's when left out
                # notifications: on
                # access: allowed               # ended: every way in is shut at once

            clients:
              - address: client@client.example
                name: A client
                invite: no                      # yes: mails an invitation, once

            projects:
              - key: first
                title: A first project
                # kind: project                 # or event, lead, trip
                # summary: What it is about.
                # status: your own word; clients see the phase
                # phase: 1                      # 1 to 5
                # starts: 2026-01-31
                # due: 2026-12-31
                clients: [client@client.example]
                staff: [you@studio.example]
                # files:
                #   - studio/offer.pdf
                #   - {path: studio/costs.pdf, name: Costs.pdf, visible: no}
                # todos:
                #   - {key: logo-files, title: Send us your old logo, for: client@client.example, due: 2026-12-01}
                # menus:
                #   - {key: dinner, title: Dinner, sections: [{title: Starters, dishes: [{name: Soup, marks: [vegan]}]}]}
                # boards:                       # for pictures, which clients add, too
                #   - {key: mood, title: How it should feel}
                # floorplans:                   # in centimeters
                #   - {key: hall, title: The hall, width: 1200, height: 800, tables: [], labels: []}
                # itineraries:
                #   - {key: day, title: The day, entries: [{start: 2026-06-12T18:00, title: Dinner, place: The barn}]}
                # invoices:
                #   - number: INV-1
                #     title: The first half
                #     date: 2026-11-02
                #     due: 2026-11-16
                #     lines:
                #       - {text: Logo, price: 1200, tax: 20}
                # event: {starts: 2026-12-12T18:00, place: The Mill}   # its guests are added by mail and on its page
                # forms:
                #   - {key: brief, title: Your wishes, questions: [{ask: How many rooms?, type: number, to: 20}]}
                # documents:                    # kind: proposal, contract or banquet-event-order
                #   - {key: terms, title: Our terms, kind: contract, file: studio/terms.pdf, sign: [client@client.example]}
                # deliverables:
                #   - key: logo
                #     title: The logo
                #     type: Identity
                #     format: SVG
                #     version: 1                # a higher one asks for a new decision
                #     visible: yes
                #     decide_by: 2026-12-01     # clients are reminded
                #     files: [studio/draft.svg]

            # links:                            # each lets one client in without signing up, and is mailed once
            #   - client: client@client.example
            #     name: phone
            #     access_code: env:CLIENT_CODE  # six digits; or file:path, or in quotes here
            #     expires: 14d
            #     notifications: on

        """#
}
