/// The paragraphs that companies, lists and virus scanners add to the end of each mail.
enum Disclaimer {
    /// Limit: lines of a paragraph that is known by its matter and not by its beginning.
    private static let mostLines = 30

    /// A person who writes of confidence is shorter.
    private static let leastBytes = 120

    /// Whether folding a line is worth while.
    static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first.isASCIILetter, text.dropFirst().first != ASCII.space else { return true }
        return FurnitureWords.disclaimers.mayBegin(text)
    }

    /// Whether a folded line begins like one.
    static func begins(_ folded: [UInt8]) -> Bool {
        var core = folded.prefix(120).drop(while: isOrnament)
        // QUIRK: the tree of the font Webdings is a `P` in all others.
        if core.starts(with: "p ".utf8) { core = core.dropFirst(2) }
        return FurnitureWords.disclaimers.begins(Array(core))
    }

    /// Rules, brackets, quotation marks, and signs outside of all scripts.
    private static func isOrnament(_ byte: UInt8) -> Bool {
        HistoryStart.isRule(byte) || byte == ASCII.space || byte == ASCII.openBracket || byte == ASCII.quote
            || byte == ASCII.apostrophe || byte == 0xE2 || byte == 0xF0 || byte >= 0x80 && byte < 0xC0
    }

    /// The first line of a paragraph that ends with line `end`, has another above it, and speaks of confidence, of the
    /// recipient, and of what to do in case of an error.
    static func paragraph(endingAt end: Int, in body: ReplyBody, from first: Int) -> Int? {
        var start = end
        while start > first, end - start < mostLines, !body.lines[start - 1].isBlank { start -= 1 }
        guard start > first, body.lines[start - 1].isBlank else { return nil }
        guard (first..<start).contains(where: { !body.lines[$0].isBlank }) else { return nil }
        guard body.lines[end].end - body.lines[start].start >= leastBytes else { return nil }
        let text = (start...end).flatMap { body.folded($0) + [ASCII.space] }
        let isAll = DisclaimerWords.all.allSatisfy { $0.isIn(text) }
        return isAll ? start : nil
    }
}

/// What every disclaimer speaks of, by language. Data only.
enum DisclaimerWords {
    static let all = [confidences, recipients, errors]

    private static let confidences = WordTable(
        "confidential, confidentiality, privileged, vertraulich, vertrauliche, vertraulichen, confidentiel, confidentiels",
        "confidentielle, confidentielles, confidencial, confidenciales, confidenciais, confidencialidad, riservato",
        "riservate, riservata, confidenziale, confidenziali, vertrouwelijk, vertrouwelijke, konfidentiell, konfidentiellt",
        "konfidentiella, fortrolig, fortrolige, fortroligt, luottamuksellinen, luottamuksellista, luottamuksellisia",
        "poufna, poufne, poufny, poufnych, důvěrné, důvěrná, důverné, dôverné, dôverná, povjerljivo, povjerljive",
        "povjerljiva, poverljivo, zaupno, zaupne, bizalmas, confidențial, confidențiale, confidențială, konfidentsiaalne",
        "konfidenciāla, konfidenciali, εμπιστευτικ, конфиденциальн, конфіденційн, поверителн, поверљив, gizli, gizlidir",
        "סודי, חסוי, סודיות, سرية, سري, محرمانه, rahasia, sulit, bí mật, bảo mật, ความลับ, 机密, 機密, 保密, 秘密, 기밀, 비밀")

    private static let recipients = WordTable(
        "recipient, recipients, addressee, addressees, addressed, empfänger, adressat, adressaten, destinataire",
        "destinataires, destinatario, destinatarios, destinatari, destinatário, destinatários, ontvanger, geadresseerde",
        "mottagare, mottagaren, modtager, modtageren, mottaker, mottakeren, vastaanottaja, vastaanottajalle, adresata",
        "adresat, adresatem, adresatów, příjemce, příjemci, adresáta, príjemca, primatelja, primatelj, primaoca",
        "naslovnik, naslovnika, címzett, címzettje, címzettnek, destinatarul, destinatarului, adressaat, adresāts",
        "adresatas, gavėjas, παραληπτ, αποδεκτ, адресат, получател, отримувач, одержувач, прималац, примаоц, alıcı",
        "alıcısı, alıcıya, נמען, לנמען, הנמען, المرسل اليه, المستلم, گیرنده, penerima, người nhận, ผู้รับ, 收件人, 收件者",
        "受信者, 宛先, 受取人, 수신인, 수신자")

    private static let errors = WordTable(
        "error, mistake, erroneously, delete, destroy, irrtümlich, versehentlich, irrtum, löschen, vernichten, erreur",
        "supprimer, détruire, borrar, borrarlo, eliminar, eliminarlo, elimine, destruya, destruirlo, errore, cancellare",
        "cancellarlo, eliminare, eliminarlo, distruggere, distruggerlo, erro, apagar, apague, engano, vergissing",
        "abusievelijk, verwijderen, vernietigen, misstag, radera, radere, fejl, fejltagelse, slette, slet, sletter, feil",
        "feilaktig, virheellisesti, erehdyksessä, poistaa, poistamaan, omyłkowo, błędnie, usunąć, usunięcie, omylem",
        "chybně, smazat, smažte, vymazat, vymazať, odstráňte, pogreškom, greškom, obrišite, izbrišite, pomotoma",
        "tévedésből, tévesen, törölje, törölni, eroare, ștergeți, eksituse, kustutage, kļūdas, klaidos, ištrinkite",
        "λαθος, διαγρα, ошибк, удал, уничтож, помилк, видал, грешка, изтрий, грешк, обриш, yanlışlıkla, siliniz, silmeniz",
        "בטעות, למחוק, خطأ, بالخطأ, حذف, اشتباه, kesalahan, hapus, menghapus, nhầm, xóa, ผิดพลาด, ลบ, 误, 删除, 誤, 刪除",
        "削除, 실수, 잘못, 삭제")
}
