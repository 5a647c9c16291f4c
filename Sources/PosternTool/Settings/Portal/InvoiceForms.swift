import MailFormat
import PortalCore

extension Form where Value == String {
    /// What people can type behind `PAY`, whatever else they write: letters and digits with a mark between them.
    static var invoiceNumber: Form {
        Form("should be a number like INV-12: capitals and digits, with -, / or _ between them, at most 32") {
            InvoiceNumber.isFit($0.text) ? $0.text : nil
        }
    }
}

extension Form where Value == Currency {
    static var currency: Form {
        Form("should be a currency of ISO 4217 in capitals, like EUR") { Currency($0.text) }
    }
}

extension Form where Value == PaymentLink {
    static var paymentLink: Form {
        Form(
            "should be an address like https://pay.example/?ref={number}&amount={amount}&currency={currency}; there are {number}, {amount}, {minor} and {currency}, behind the host's name"
        ) { PaymentLink($0.text) }
    }
}

extension Form where Value == Int64 {
    /// An exact amount, in the currency's smallest units.
    static func amount(in currency: Currency) -> Form {
        let example = Money(minor: 9_950, currency).decimal
        return Form(
            "should be an amount in \(currency.code) like \(example), at most \(InvoiceLine.mostPrice) of its parts"
        ) {
            let units = DecimalText.read($0.text, places: currency.places)
            return units.flatMap { $0.magnitude <= InvoiceLine.mostPrice.magnitude ? $0 : nil }
        }
    }

    /// In thousandths.
    static var quantity: Form {
        Form("should be a number like 3 or 1.5, more than 0, at most 100000, with up to three decimals") {
            let units = DecimalText.read($0.text, places: 3)
            return units.flatMap { (1...InvoiceLine.mostQuantity).contains($0) ? $0 : nil }
        }
    }

    /// In hundredths of a percent.
    static var percent: Form {
        Form("should be a percentage like 25 or 5.5, from 0 to 100") { written in
            let bytes = written.text.utf8
            let digits = bytes.last == ASCII.percent ? bytes.dropLast() : bytes[...]
            let units = DecimalText.read(String(decoding: digits, as: UTF8.self), places: 2)
            return units.flatMap { (0...InvoiceLine.mostTax).contains($0) ? $0 : nil }
        }
    }
}
