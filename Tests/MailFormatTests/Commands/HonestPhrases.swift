@testable import MailFormat

/// How people give commands, by language: the words around them that product and grammar allow.
struct HonestPhrases {
    var greetings: [String]
    var thanks: [String]
    var comments: [String]
    var reasons: [String]

    static let names = ["Ana", "Bob", "Jörg", "Zoë", "Dana Reis", "O’Hara", "Li"]

    static let all: [(CommandLanguage, HonestPhrases)] = [
        (
            .english,
            HonestPhrases(
                greetings: [
                    "Hi {n},", "Hello {n}", "Hi,", "Hey {n}!", "Dear {n},", "Good morning {n},", "Hello,",
                    "Dear Mr. Reis,",
                ],
                thanks: [
                    "thanks", "thank you", "many thanks", "thanks a lot", "thx", "cheers", "thank you very much",
                    "Thanks {n}",
                ],
                comments: [
                    "Looks great!", "We love the logo.", "Please send the invoice to accounting.", "looks good",
                    "Great work, team!",
                    "If you need anything else, just call.", "When do we start?", "Sorry for the delay.",
                    "See you on Monday.",
                    "Let's go ahead with printing.", "Don't forget the invoice.", "No further comments.", "Well done!",
                    "all good",
                    "I like version 3 best.", "When you have a minute, call me.", "If you like, print ten more.",
                    "The colours are lovely.", "Talk soon", "Have a nice weekend!",
                    "Nice work on this one.",
                ],
                reasons: [
                    "the logo is too small", "please make the date bigger", "wrong colours", "page 2 has a typo",
                    "make it blue",
                    "The photos are too dark, and the text is hard to read.", "add our phone number", "too expensive",
                    "we have chosen another offer", "the deadline has passed",
                ])
        ),
        (
            .german,
            HonestPhrases(
                greetings: [
                    "Hallo {n},", "Guten Tag Frau Berg,", "Moin!", "Liebe {n},", "Sehr geehrter Herr Reis,",
                    "Guten Morgen,",
                ],
                thanks: ["danke", "vielen Dank", "danke schön", "besten Dank", "LG {n}", "Danke {n}", "viele Grüße"],
                comments: [
                    "Sieht toll aus!", "Das Logo gefällt uns sehr.", "Falls Sie Fragen haben, rufen Sie an.",
                    "Schönes Wochenende!",
                    "Bitte schicken Sie die Rechnung.", "sieht gut aus", "Wann geht es los?",
                    "Entschuldigung für die Verspätung.",
                ],
                reasons: [
                    "das Logo ist zu klein", "bitte das Datum größer", "falsche Farben", "Tippfehler auf Seite 2",
                    "zu teuer",
                ])
        ),
        (
            .french,
            HonestPhrases(
                greetings: ["Bonjour {n},", "Bonjour,", "Bonsoir {n},", "Salut {n} !", "Chère {n},"],
                thanks: ["merci", "merci beaucoup", "merci {n}", "cordialement", "bien à vous"],
                comments: [
                    "C'est parfait !", "Nous adorons le logo.", "Merci d'envoyer la facture.", "Bon week-end !",
                    "très bien",
                ],
                reasons: [
                    "le logo est trop petit", "changez la date svp", "mauvaises couleurs", "faute à la page 2",
                    "trop cher",
                ])
        ),
        (
            .spanish,
            HonestPhrases(
                greetings: ["Hola {n},", "Buenos días {n}", "Hola", "Estimada {n},", "Buenas tardes,"],
                thanks: ["gracias", "muchas gracias", "gracias {n}", "saludos", "mil gracias"],
                comments: [
                    "¡Quedó genial!", "Nos encanta el logo.", "Enviad la factura, por favor.", "Buen fin de semana",
                    "perfecto",
                ],
                reasons: [
                    "el logo es muy pequeño", "cambiad la fecha", "colores equivocados", "errata en la página 2",
                    "muy caro",
                ])
        ),
        (
            .italian,
            HonestPhrases(
                greetings: ["Ciao {n},", "Buongiorno {n},", "Salve,", "Gentile {n},", "Buonasera"],
                thanks: ["grazie", "grazie mille", "molte grazie", "grazie {n}", "cordiali saluti"],
                comments: [
                    "Perfetto così!", "Il logo ci piace molto.", "Mandate pure la fattura.", "Buon weekend!",
                    "molto bello",
                ],
                reasons: [
                    "il logo è troppo piccolo", "cambiate la data", "colori sbagliati", "refuso a pagina 2",
                    "troppo caro",
                ])
        ),
        (
            .dutch,
            HonestPhrases(
                greetings: ["Hallo {n},", "Beste {n},", "Dag {n}", "Goedemorgen,", "Geachte mevrouw Reis,"],
                thanks: ["bedankt", "dank u wel", "dankjewel", "hartelijk bedankt", "groeten {n}", "dank je"],
                comments: [
                    "Ziet er mooi uit!", "Het logo is prachtig.", "Stuur de factuur maar op.", "Fijn weekend!",
                    "heel mooi",
                ],
                reasons: [
                    "het logo is te klein", "datum groter graag", "verkeerde kleuren", "typefout op pagina 2",
                    "te duur",
                ])
        ),
        (
            .portuguese,
            HonestPhrases(
                greetings: ["Olá {n},", "Bom dia {n},", "Boa tarde", "Oi {n}!", "Prezada {n},"],
                thanks: ["obrigado", "obrigada", "muito obrigado", "obrigada {n}", "abraços"],
                comments: [
                    "Ficou ótimo!", "Adorámos o logo.", "Podem enviar a fatura.", "Bom fim de semana!", "muito bom",
                ],
                reasons: [
                    "o logo é muito pequeno", "mudem a data", "cores erradas", "gralha na página 2", "muito caro",
                ])
        ),
    ]
}
