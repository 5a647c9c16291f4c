import MailFormat

/// How an organization is paid.
package struct PaymentSettings: Equatable, Sendable, Codable {
    /// What its invoices are in.
    package var currency: Currency
    /// Where they are paid; nil where that cannot be done on the web.
    package var link: PaymentLink?

    package init(currency: Currency = .euro, link: PaymentLink? = nil) {
        self.currency = currency
        self.link = link
    }
}

/// The address of a page where an invoice is paid, with placeholders for what the page has to know:
/// `{number}`, `{amount}` (1234.50), `{minor}` (123450) and `{currency}`.
package struct PaymentLink: Equatable, Sendable, Codable {
    /// As it stands in the configuration.
    package let template: String

    /// Nil unless it is an address of https (or http on this machine itself) that needs no escaping but for its
    /// placeholders, none of which stands in the host's name. Limit: 500 bytes.
    package init?(_ template: String) {
        let bytes = Array(template.utf8)
        let schemes = ["https://", "http://localhost", "http://127.0.0.1"]
        guard bytes.count <= 500, let scheme = schemes.first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
        // What begins like this machine's name and goes on is another machine's.
        let rest = bytes.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != ASCII.slash }
        let isHost = scheme.utf8.count == 8 ? Self.isHost(host) : Self.isEndOfLoopback(host)
        guard isHost, rest.allSatisfy(Self.isPlain), Self.pieces(of: template) != nil else { return nil }
        self.template = template
    }

    /// The address for one invoice. What stands in a placeholder's place is percent-encoded, whatever it is.
    package func address(number: String, _ amount: Money) -> String {
        (Self.pieces(of: template) ?? []).map { piece in
            switch piece {
            case .text(let text): text
            case .number: PercentEncoding.encoded(number)
            case .amount: PercentEncoding.encoded(amount.decimal)
            case .minor: PercentEncoding.encoded(String(amount.minor))
            case .currency: PercentEncoding.encoded(amount.currency.code)
            }
        }.joined()
    }

    private enum Piece: Equatable {
        case text(String)
        case number, amount, minor, currency

        init?(_ name: ArraySlice<UInt8>) {
            switch String(decoding: name, as: UTF8.self) {
            case "number": self = .number
            case "amount": self = .amount
            case "minor": self = .minor
            case "currency": self = .currency
            default: return nil
            }
        }
    }

    /// Nil where a placeholder is unknown or not closed.
    private static func pieces(of template: String) -> [Piece]? {
        var rest = Array(template.utf8)[...]
        var pieces: [Piece] = []
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")),
                let piece = Piece(rest[(open + 1)..<close])
            else { return nil }
            pieces += [.text(String(decoding: rest[..<open], as: UTF8.self)), piece]
            rest = rest[(close + 1)...]
        }
        guard !rest.contains(UInt8(ascii: "}")) else { return nil }
        return pieces + [.text(String(decoding: rest, as: UTF8.self))]
    }

    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: ASCII.colon, maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count == 1 || isPort(parts[1]) else { return false }
        return name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot }
    }

    private static func isEndOfLoopback(_ port: ArraySlice<UInt8>) -> Bool {
        port.isEmpty || port.first == ASCII.colon && isPort(port.dropFirst())
    }

    private static func isPort(_ digits: ArraySlice<UInt8>) -> Bool {
        (1...5).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
    }

    /// What may stand in an address (RFC 3986 §2), and the braces of placeholders.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "/-._~%+=?#,:@!$*;&{}".utf8.contains(byte)
    }
}

extension Invoice {
    /// Where it is paid on the web; nil where it cannot be, or nothing is owed.
    package func paymentAddress(_ organization: Organization) -> String? {
        guard paying == nil, let link = settings.link ?? organization.settings.payments.link else {
            return nil
        }
        return link.address(number: settings.name, total)
    }
}
