// What can be looked at, and how.
extension CommandSynonyms {
    static let documents = [
        SynonymRow(
            .invoices, en: "invoices", de: "rechnungen", fr: "factures", es: "facturas", it: "fatture", nl: "facturen",
            pt: "faturas", sv: "fakturor", da: "fakturaer", nb: "fakturaer", fi: "laskut", pl: "faktury", cs: "faktury"),
        SynonymRow(
            .get, en: "get, download", de: "holen, herunterladen, download", fr: "obtenir, télécharger",
            es: "obtener, descargar", it: "ottenere, scaricare, scarica", nl: "ophalen, downloaden",
            pt: "obter, baixar",
            sv: "hämta", da: "hent", nb: "hent", fi: "lataa", pl: "pobierz", cs: "stáhnout"),
        SynonymRow(
            .files, en: "files", de: "dateien", fr: "fichiers", es: "archivos, ficheros", it: "file", nl: "bestanden",
            pt: "arquivos, ficheiros", sv: "filer", da: "filer", nb: "filer", fi: "tiedostot", pl: "pliki",
            cs: "soubory"),
        SynonymRow(
            .sign, en: "sign", de: "unterschreiben, unterzeichnen, signieren", fr: "signer", es: "firmar",
            it: "firmare",
            nl: "ondertekenen, tekenen", pt: "assinar", sv: "signera, skriv under", da: "underskriv",
            nb: "signer, underskriv",
            fi: "allekirjoita", pl: "podpisz", cs: "podepsat"),
        SynonymRow(
            .pay, en: "pay", de: "bezahlen, zahlen", fr: "payer, régler", es: "pagar", it: "pagare", nl: "betalen",
            pt: "pagar", sv: "betala", da: "betal", nb: "betal", fi: "maksa", pl: "zapłać", cs: "zaplatit"),
    ]

    static let account = [
        SynonymRow(
            .login, en: "login, log in, sign in", de: "anmelden, einloggen", fr: "connexion, se connecter",
            es: "iniciar sesión", it: "accedere, accedi", nl: "inloggen, aanmelden",
            pt: "iniciar sessão, fazer login, entrar",
            sv: "logga in", da: "log ind, log på", nb: "logg inn", fi: "kirjaudu", pl: "zaloguj", cs: "přihlásit"),
        SynonymRow(
            .test, en: "test", de: "test", fr: "test", es: "prueba", it: "prova", nl: "test", pt: "teste", sv: "test",
            da: "test", nb: "test", fi: "testi", pl: "test", cs: "test"),
        SynonymRow(
            .access, en: "access", de: "zugriff, zugriffe", fr: "accès", es: "acceso, accesos", it: "accesso, accessi",
            nl: "toegang", pt: "acesso, acessos"),
        SynonymRow(
            .mute, en: "mute, unsubscribe", de: "stummschalten, stumm", fr: "sourdine", es: "silenciar",
            it: "silenziare, silenzia", nl: "dempen", pt: "silenciar", sv: "tysta", fi: "mykistä", pl: "wycisz",
            cs: "ztlumit"),
        SynonymRow(
            .unmute, en: "unmute", de: "stummschaltung aufheben", fr: "réactiver",
            es: "reactivar, activar notificaciones",
            it: "riattivare, riattiva", nl: "dempen opheffen", pt: "reativar, ativar notificações"),
        SynonymRow(
            .extend, en: "extend", de: "verlängern", fr: "prolonger", es: "prolongar, prorrogar",
            it: "prorogare, prolungare", nl: "verlengen", pt: "prolongar, prorrogar", sv: "förläng", da: "forlæng",
            nb: "forleng", fi: "jatka", pl: "przedłuż", cs: "prodloužit"),
        SynonymRow(
            .status, en: "status", de: "status, stand", fr: "statut, état", es: "estado", it: "stato", nl: "status",
            pt: "estado, status", sv: "status", da: "status", nb: "status", fi: "tila", pl: "status", cs: "stav"),
        SynonymRow(
            .organizations, en: "orgs, organizations, organisations", de: "organisationen", fr: "organisations",
            es: "organizaciones", it: "organizzazioni", nl: "organisaties", pt: "organizações",
            sv: "organisationer", da: "organisationer", nb: "organisasjoner"),
    ]
}
