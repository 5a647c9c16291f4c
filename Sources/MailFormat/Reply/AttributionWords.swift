/// The words of attribution lines, by language. Data only.
enum AttributionWords {
    /// Words for having written.
    static let verbs = WordTable(
        // English, German, Dutch, Nordic, Icelandic
        "wrote, writes, has written, schrieb, schrieben, geschrieben, schreibt, schreef, schreven, geschreven, schrijft",
        "skrev, skriver, skreiv, kirjoitti, kirjoittaa, skrifaði, skrifar, het geskryf, skryf",
        // Romance
        "a écrit, écrivait, à écrit, écrit, escribió, escribe, escrito por, ha scritto, scrive, scritto da, scrisse",
        "escreveu, escreve, escrito, escribiu, va escriure, ha escrit, a scris, scris",
        // Slavic
        "napsal, napsala, napsal(a), píše, napísal, napísala, napísal(a), napisał, napisała, napisał(a), napisano",
        "napisana przez, pisze, napisao, napisala, napisao je, napisala je, je napisao, je napisala, je napisal, napisal",
        "написал, написала, написал(а), писал, писала, писали, писал(а), писав, пишет, пише, написав, написала, написа, напиша, написао, је написао",
        "напісаў, піша",
        // Baltic, Finnic, Hungarian, Greek, Turkic, Basque, Celtic
        "rašė, parašė, rakstīja, raksta, kirjutas, kirjutab, ezt írta, írta, írja, következőt írta, έγραψε, έγραψες, γράφει",
        "yazdı, şunu yazdı, şunları yazdı, yazmış, yazdi, yazıb, жазды, idatzi du, idatzi, scríobh, ysgrifennodd",
        "shkroi, ka shkruar, en deus skrivet, he deus skrivet",
        // Semitic, Persian, Indian
        "كتب, كتبت, كتابة, כתב, כתבה, כתב/ה, מאת, نوشت, نوشته, ने लिखा, लिखा, লিখেছেন, எழுதியது, రాశారు, લખ્યું",
        // East and South-East Asia
        "viết, đã viết, menulis, tulis, sumulat, ay sumulat, isinulat, เขียน, เขียนว่า, 작성, 쓴 글, 님이 작성, 写道, 写到, 寫道, 写的",
        "寫到, 来信, 書きました, 書いた, のメール, のメッセージ, aliandika, andika")

    /// What only the head of an attribution says: "Quoting Ana <ana@acme.test>:".
    static let quoters = WordTable(
        "quoting, zitat von, zitiere, citando, citando a, citát od, citat från, citat fra, cytowanie, cytat, citaat van",
        "missatge de, citation de, selon, цитирую, idézet, in a message dated, in reply to, in article, en réponse à",
        "thus spake, once upon a time",
        "excerpts from, excerpt from, quote from, citeren, citeer, citerar, citerer, siterer, lainaus, cituji, citujem, citiram",
        "citez, citatul din, цитата, цитата из, цитат від, цитат, παράθεση, alıntı, alıntılanan, mengutip, trích dẫn, 引用"
    )

    /// Words before the verb that say that the sender speaks of himself.
    static let firstPersons = WordTable(
        "i, we, ich, wir, j'ai, j', nous avons, ik, wij, ho, abbiamo, jag, jeg, vi, я, мы")

    /// First words of an attribution that begins with its date.
    static let openings = WordTable(
        "on, am, le, el, il, il giorno, op, em, no dia, a, a(z), den, þann, dnia, w dniu, w dn., pada, pada tanggal, vào",
        "vào lúc, στις, την, în, în data de, la data, la, o, v, ve, dne, dňa, u, dana, på, d., em data de, noong, kuupäeval",
        "tarehe, ar, ar an, в, на, у, дана, ב, ב-, בתאריך, ביום, في, بتاريخ, يوم, در, در تاریخ, เมื่อ, ในวันที่, 在, 於, 于, date, hau"
    )

    /// The same as they stand in the middle of a line, in capitals, because the text before them is another's.
    static let capitalOpenings: [[UInt8]] = [
        "On", "Am", "Le", "El", "Il", "Op", "Em", "Den", "Dnia", "W dniu", "Dne", "Dňa", "Pada", "På", "În", "Στις",
    ].map { Array($0.utf8) }
}
