import Foundation

/// Postfix's settings, tables and services.
struct PostfixFiles {
    let folder: String
    let ports: MailServers.Ports
    private var etc: String { folder + "/postfix/etc" }
    /// Tells the results that we stamp from those that a sender brings along.
    private let marker = "stamped \(UInt64.random(in: .min ... .max))"

    init(folder: String, ports: MailServers.Ports) {
        (self.folder, self.ports) = (folder, ports)
    }

    func write() throws {
        let files = FileManager.default
        for name in ["etc", "spool", "data"] {
            try files.createDirectory(atPath: "\(folder)/postfix/\(name)", withIntermediateDirectories: true)
        }
        try runProgram("/bin/chown", ["postfix", folder + "/postfix/data"], log: folder + "/chown.log")
        let texts = [
            "main.cf": main, "master.cf": services, "results": results, "header-checks": headerChecks,
            "domains": "/^(portal|client)\\.test$/ ok\n/\\.example$/ ok\n", "recipients": recipients,
            "aliases": "/^[^@]+@portal\\.test$/ \(MailServers.portalAddress)\n",
        ]
        for (name, text) in texts {
            try text.write(toFile: "\(etc)/\(name)", atomically: true, encoding: .utf8)
            // Postfix waits until a table is two seconds old, lest it be half written.
            try files.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: "\(etc)/\(name)")
        }
    }

    private var main: String {
        """
        compatibility_level = 3.6
        queue_directory = \(folder)/postfix/spool
        data_directory = \(folder)/postfix/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        shlib_directory = /usr/lib/postfix
        meta_directory = /etc/postfix
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = \(folder)/postfix.log
        maillog_file_prefixes = \(folder)
        myhostname = \(MailServers.borderHost)
        myorigin = portal.test
        mydestination =
        mynetworks = 127.0.0.0/8
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        local_recipient_maps =
        recipient_delimiter = +
        message_size_limit = 60000000
        mailbox_size_limit = 0
        virtual_mailbox_domains = regexp:\(etc)/domains
        virtual_mailbox_maps = static:ok
        virtual_alias_maps = regexp:\(etc)/aliases
        virtual_transport = lmtp:unix:\(folder)/dovecot/run/lmtp
        lmtp_destination_recipient_limit = 1
        transport_maps = inline:{ { bounces@client.test = smtp:[127.0.0.1]:\(ports.refusing) } }
        default_transport = error:5.7.1 no mail leaves this machine
        smtpd_tls_chain_files = \(folder)/tls/server.key, \(folder)/tls/server.pem
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = \(folder)/dovecot/run/auth-postfix
        smtpd_tls_auth_only = yes
        smtpd_error_sleep_time = 0
        smtpd_client_connection_count_limit = 0
        smtpd_relay_restrictions = reject_unauth_destination
        smtpd_recipient_restrictions = check_recipient_access regexp:\(etc)/recipients
        header_checks = regexp:\(etc)/header-checks

        """
    }

    private var results: String {
        let name = "PREPEND Authentication-Results: \(MailServers.borderHost) (\(marker))"
        return """
            /@nodmarc\\.test$/ \(name); spf=none; dmarc=none header.from=nodmarc.test
            /@spoofed\\.test$/ \(name); spf=fail; dmarc=fail header.from=spoofed.test
            /@([a-z0-9.-]+)$/ \(name); spf=pass; dmarc=pass header.from=$1

            """
    }

    /// RFC 8601 §5: results that a sender brings along in our name are removed; here, all that are not our own.
    private var headerChecks: String {
        """
        /^Authentication-Results: [^ ]+ \\(\(marker)\\);/ DUNNO
        /^Authentication-Results[[:space:]]*:/ IGNORE

        """
    }

    private var recipients: String {
        """
        /^nobody@client\\.test$/ 550 5.1.1 no such person here
        /^greylisted@client\\.test$/ 450 4.2.0 greylisted, try again later

        """
    }

    private var services: String {
        let smtpd = "inet n - n - - smtpd"
        let login = "-o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
        return """
            127.0.0.1:\(ports.inbound) \(smtpd) -o smtpd_data_restrictions=check_sender_access,regexp:\(etc)/results
            127.0.0.1:\(ports.unstamped) \(smtpd)
            127.0.0.1:\(ports.submission) \(smtpd) -o smtpd_tls_security_level=encrypt \(login)
            127.0.0.1:\(ports.submissions) \(smtpd) -o smtpd_tls_wrappermode=yes \(login)
            127.0.0.1:\(ports.refusing) \(smtpd) -o myhostname=mx.client.test -o smtpd_recipient_restrictions=reject
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            proxymap unix - - n - - proxymap
            error unix - - n - - error
            retry unix - - n - - error
            smtp unix - - n - - smtp
            lmtp unix - - n - - lmtp flags=O
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            tlsmgr unix - - n 1000? 1 tlsmgr
            postlog unix-dgram n - n - 1 postlogd

            """
    }
}
