import MailFormat
import PortalCore

/// Where everything stands on the pages of an invoice.
struct InvoiceSheet {
    let canvas: Canvas
    let invoice: Invoice
    let organization: OrganizationSettings
    let words: InvoiceWords
    let amounts: AmountText
    /// The foot of the line that was written last.
    private var y: Float = 0

    private static let left: Float = 56
    private static let right = Canvas.width - 56
    /// Where the lines of a page end.
    private static let bottom = Canvas.height - 90
    /// The right ends of the columns of numbers, and the width of the text before them.
    private static let columns: (quantity: Float, price: Float, tax: Float, amount: Float) = (348, 428, 468, right)
    private static let textWidth: Float = 236

    init(
        canvas: Canvas, invoice: Invoice, organization: OrganizationSettings, words: InvoiceWords, amounts: AmountText
    ) {
        self.canvas = canvas
        self.invoice = invoice
        self.organization = organization
        self.words = words
        self.amounts = amounts
    }

    mutating func draw(logo: Picture?) {
        head(logo)
        addressee()
        table()
        totals()
        note()
        feet()
    }

    private var brand: Canvas.Ink {
        let digits = organization.color.utf8.dropFirst().compactMap(\.hexadecimalValue)
        guard digits.count == 6 else { return .black }
        func part(_ index: Int) -> Float { Float(digits[index] << 4 | digits[index + 1]) / 255 }
        return Canvas.Ink(red: part(0), green: part(2), blue: part(4))
    }

    private var currency: Currency { invoice.settings.currency }

    private func amount(_ minor: Int64) -> String { amounts.number(minor, places: currency.places) }
}

// From the top to the lines.
extension InvoiceSheet {
    private mutating func head(_ logo: Picture?) {
        if let logo {
            let scale = min(150 / Float(logo.width), 44 / Float(logo.height))
            canvas.draw(
                logo, x: Self.left, y: 48, width: Float(logo.width) * scale, height: Float(logo.height) * scale)
        } else {
            canvas.write(organization.name, x: Self.left, y: 74, .init(size: 16, isBold: true, color: brand))
        }
        canvas.write(
            words.invoice, x: Self.right, y: 74, .init(size: 20, isBold: true, color: brand, side: .right))
        canvas.rule(from: Self.left, to: Self.right, y: 104, brand, thickness: 1.5)
        y = 104
    }

    private mutating func addressee() {
        let settings = invoice.settings
        var (left, right) = (y + 26, y + 26)
        let lines = settings.to.utf8.split(separator: UInt8(ascii: "\n")).prefix(8).map {
            String(decoding: $0, as: UTF8.self)
        }
        for (index, line) in lines.enumerated() {
            canvas.write(line, x: Self.left, y: left, .init(isBold: index == 0))
            left += 14
        }
        for (name, value) in [
            (words.invoice, settings.name), (words.date, words.day(settings.date)),
            (words.due, words.day(settings.due)),
        ] {
            canvas.write(name, x: Self.right - 110, y: right, .init(color: .quiet, side: .right))
            canvas.write(value, x: Self.right, y: right, .init(side: .right))
            right += 14
        }
        if settings.cancelled {
            canvas.write(words.cancelled, x: Self.right, y: right, .init(isBold: true, color: brand, side: .right))
            right += 14
        }
        y = max(left, right) + 14
        for line in wrapped(settings.title, Self.right - Self.left, .init(size: 13, isBold: true)) {
            canvas.write(line, x: Self.left, y: y, .init(size: 13, isBold: true))
            y += 17
        }
    }

    /// Words in lines of at most this width; a word that is longer stands by itself.
    private func wrapped(_ text: String, _ width: Float, _ style: Canvas.Style) -> [String] {
        var lines: [String] = []
        for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: UInt8(ascii: " ")).map({ String(decoding: $0, as: UTF8.self) }) {
                let longer = line.utf8.isEmpty ? word : "\(line) \(word)"
                if line.utf8.isEmpty || canvas.width(of: longer, style) <= width {
                    line = longer
                } else {
                    lines.append(line)
                    line = word
                }
            }
            lines.append(line)
        }
        return lines
    }
}

// The lines and what they come to.
extension InvoiceSheet {
    private mutating func table() {
        tableHead()
        for line in invoice.settings.lines.all {
            let texts = wrapped(line.text, Self.textWidth, .init())
            need(Float(texts.count) * 13 + 8) { $0.tableHead() }
            y += 16
            canvas.write(amounts.short(line.quantity, places: 3), x: Self.columns.quantity, y: y, .init(side: .right))
            canvas.write(amount(line.unitPrice), x: Self.columns.price, y: y, .init(side: .right))
            canvas.write(
                words.percent(amounts.short(line.tax, places: 2)), x: Self.columns.tax, y: y, .init(side: .right))
            canvas.write(amount(line.net), x: Self.columns.amount, y: y, .init(side: .right))
            for (index, text) in texts.enumerated() {
                if index > 0 { y += 13 }
                canvas.write(text, x: Self.left, y: y)
            }
            y += 6
            canvas.rule(from: Self.left, to: Self.right, y: y, .quiet, thickness: 0.25)
        }
    }

    private mutating func tableHead() {
        y += 20
        let style = Canvas.Style(size: 9, color: .quiet)
        canvas.write(words.text, x: Self.left, y: y, style)
        for (name, x) in [
            (words.quantity, Self.columns.quantity), (words.price, Self.columns.price), (words.tax, Self.columns.tax),
            (words.amount, Self.columns.amount),
        ] {
            canvas.write(name, x: x, y: y, .init(size: 9, color: .quiet, side: .right))
        }
        y += 6
        canvas.rule(from: Self.left, to: Self.right, y: y, brand)
    }

    private mutating func totals() {
        let lines = invoice.settings.lines
        let taxes = lines.taxes.filter { $0.rate > 0 }
        need(Float(taxes.count) * 15 + 60) { _ in }
        y += 20
        if !taxes.isEmpty { sum(words.net, amount(lines.net)) }
        for tax in taxes {
            sum(words.tax(amounts.short(tax.rate, places: 2), of: amount(tax.base)), amount(tax.tax))
        }
        canvas.rule(from: 348, to: Self.right, y: y - 8, brand, thickness: 1)
        y += 8
        canvas.write(words.total, x: 360, y: y, .init(size: 12, isBold: true))
        canvas.write(
            amounts.text(invoice.total), x: Self.right, y: y, .init(size: 12, isBold: true, side: .right))
    }

    private mutating func sum(_ name: String, _ value: String) {
        canvas.write(name, x: 360, y: y, .init(color: .quiet))
        canvas.write(value, x: Self.right, y: y, .init(side: .right))
        y += 15
    }
}

// Below the lines.
extension InvoiceSheet {
    private mutating func note() {
        guard !invoice.settings.note.utf8.isEmpty else { return }
        y += 26
        for line in wrapped(invoice.settings.note, Self.right - Self.left, .init()) {
            need(14) { $0.y += 10 }
            y += 14
            canvas.write(line, x: Self.left, y: y)
        }
    }

    private func feet() {
        let parts = [organization.name, organization.website, organization.contact.text].filter { !$0.utf8.isEmpty }
        for index in 0..<canvas.pageCount {
            let style = Canvas.Style(size: 8, color: .quiet)
            canvas.write(parts.joined(separator: "  ·  "), x: Self.left, y: Canvas.height - 44, style, page: index)
            let number = words.page(index + 1, of: canvas.pageCount)
            canvas.write(
                number, x: Self.right, y: Canvas.height - 44, .init(size: 8, color: .quiet, side: .right), page: index)
        }
    }

    /// Turns to a new page where so much does not fit below what stands there, and begins it.
    private mutating func need(_ height: Float, _ begin: (inout InvoiceSheet) -> Void) {
        guard y + height > Self.bottom else { return }
        canvas.addPage()
        y = 40
        begin(&self)
    }
}
