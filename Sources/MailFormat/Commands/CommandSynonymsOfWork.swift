// What staff and clients ask for beside decisions.
extension CommandSynonyms {
    static let requests = [
        SynonymRow(
            .request, en: "request, new request", de: "anfrage, anfragen, neue anfrage",
            fr: "demande, nouvelle demande",
            es: "solicitud, solicitar, nueva solicitud", it: "richiesta, richiedere, nuova richiesta",
            nl: "aanvraag, aanvragen, nieuwe aanvraag", pt: "solicitação, solicitar, pedido, novo pedido",
            sv: "förfrågan, ny förfrågan", da: "forespørgsel, ny forespørgsel", nb: "forespørsel, ny forespørsel",
            fi: "pyyntö, uusi pyyntö", pl: "zapytanie, nowe zapytanie", cs: "poptávka, nová poptávka"),
        SynonymRow(
            .confirm, en: "confirm, confirmed", de: "bestätigen, bestätigt, bestätige",
            fr: "confirmer, confirmé, confirmée",
            es: "confirmar, confirmado, confirmada, confirmo", it: "confermare, confermato, confermata, confermo",
            nl: "bevestigen, bevestigd", pt: "confirmar, confirmado, confirmada, confirmo",
            sv: "bekräfta, bekräftad, bekräftat, bekräftas", da: "bekræft, bekræfte, bekræftet",
            nb: "bekreft, bekrefte, bekreftet", fi: "vahvista, vahvistan, vahvistettu",
            pl: "potwierdź, potwierdzam, potwierdzone", cs: "potvrdit, potvrzeno, potvrzuji"),
        SynonymRow(
            .decline, en: "decline, declined", de: "ablehnen, abgelehnt, zurückweisen, zurückgewiesen",
            fr: "décliner, décliné, déclinée, refuser, refusé, refusée",
            es: "declinar, declinado, declinada, rechazar, rechazado, rechazada",
            it: "declinare, declinato, declinata, rifiutare, rifiutato, rifiutata",
            nl: "weigeren, geweigerd, afwijzen, afgewezen",
            pt: "declinar, declinado, declinada, recusar, recusado, recusada",
            sv: "avböj, avböja, avslå", da: "afslå, afslået", nb: "avslå, avslått", fi: "hylkää, hylätty",
            pl: "odmów, odmawiam, odrzuć, odrzucone", cs: "odmítnout, odmítnuto, zamítnout"),
        SynonymRow(
            .assign, en: "assign, assign to", de: "zuweisen, zuweisen an",
            fr: "assigner, assigner à, attribuer, attribuer à",
            es: "asignar, asignar a", it: "assegnare, assegnare a", nl: "toewijzen, toewijzen aan",
            pt: "atribuir, atribuir a", sv: "tilldela", da: "tildel", nb: "tildel", pl: "przypisz", cs: "přiřadit"),
        SynonymRow(
            .done, en: "done, completed", de: "erledigt, fertig", fr: "fait, terminé",
            es: "hecho, terminado, completado",
            it: "fatto, completato, terminato", nl: "klaar, gedaan, afgerond", pt: "feito, concluído, concluída",
            sv: "klar, klart", da: "færdig, udført", nb: "ferdig, utført", fi: "valmis, tehty", pl: "zrobione, gotowe",
            cs: "hotovo"),
        SynonymRow(
            .answer, en: "question", de: "frage", fr: "question", es: "pregunta", it: "domanda", nl: "vraag",
            pt: "pergunta", sv: "fråga", da: "spørgsmål", nb: "spørsmål", fi: "kysymys", pl: "pytanie", cs: "otázka"),
        SynonymRow(
            .undo, en: "undo, revert", de: "rückgängig, rückgängig machen, widerrufen", fr: "annuler", es: "deshacer",
            it: "annulla, annullare", nl: "ongedaan maken", pt: "desfazer", sv: "ångra", da: "fortryd", nb: "angre",
            fi: "kumoa", pl: "cofnij", cs: "vrátit zpět"),
    ]

    static let people = [
        SynonymRow(
            .addPassenger, en: "passenger add, add passenger, new passenger",
            de: "passagier hinzufügen, neuer passagier",
            fr: "ajouter passager, ajouter un passager, nouveau passager",
            es: "añadir pasajero, agregar pasajero, nuevo pasajero",
            it: "aggiungere passeggero, aggiungi passeggero, nuovo passeggero",
            nl: "passagier toevoegen, nieuwe passagier", pt: "adicionar passageiro, novo passageiro"),
        SynonymRow(
            .removePassenger, en: "passenger remove, remove passenger", de: "passagier entfernen, passagier löschen",
            fr: "supprimer passager, supprimer le passager, retirer passager", es: "eliminar pasajero, quitar pasajero",
            it: "rimuovere passeggero, rimuovi passeggero", nl: "passagier verwijderen", pt: "remover passageiro"),
        SynonymRow(
            .passengers, en: "passengers, passenger list", de: "passagiere, passagierliste",
            fr: "passagers, liste des passagers", es: "pasajeros, lista de pasajeros",
            it: "passeggeri, lista passeggeri", nl: "passagiers, passagierslijst",
            pt: "passageiros, lista de passageiros"),
        SynonymRow(
            .passport, en: "passport", de: "reisepass", fr: "passeport", es: "pasaporte", it: "passaporto",
            nl: "paspoort",
            pt: "passaporte", sv: "pass", da: "pas", nb: "pass", fi: "passi", pl: "paszport", cs: "pas"),
        SynonymRow(
            .addGuest, en: "guest add, add guest, new guest", de: "gast hinzufügen, neuer gast",
            fr: "ajouter invité, ajouter un invité, nouvel invité",
            es: "añadir invitado, agregar invitado, nuevo invitado",
            it: "aggiungere invitato, aggiungi invitato, nuovo invitato", nl: "gast toevoegen, nieuwe gast",
            pt: "adicionar convidado, novo convidado"),
        SynonymRow(
            .removeGuest, en: "guest remove, remove guest", de: "gast entfernen, gast löschen",
            fr: "supprimer invité, supprimer l'invité, retirer invité", es: "eliminar invitado, quitar invitado",
            it: "rimuovere invitato, rimuovi invitato", nl: "gast verwijderen", pt: "remover convidado"),
        SynonymRow(
            .guests, en: "guests, guest list", de: "gäste, gästeliste", fr: "invités, liste des invités",
            es: "invitados, lista de invitados", it: "invitati, lista degli invitati", nl: "gasten, gastenlijst",
            pt: "convidados, lista de convidados"),
        SynonymRow(
            .clients, en: "clients, client list", de: "kunden, kundenliste", fr: "clients, liste des clients",
            es: "clientes, lista de clientes", it: "clienti, lista clienti", nl: "klanten, klantenlijst",
            pt: "clientes, lista de clientes"),
        SynonymRow(
            .invite, en: "invite", de: "einladen", fr: "inviter", es: "invitar", it: "invitare", nl: "uitnodigen",
            pt: "convidar", sv: "bjud in", da: "inviter", nb: "inviter", fi: "kutsu", pl: "zaproś", cs: "pozvat"),
    ]
}
