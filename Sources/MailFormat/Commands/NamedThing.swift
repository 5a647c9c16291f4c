/// Something that can be asked for by name: `GET 3`, `GET INV-12`, `GET menu`.
package enum NamedThing: Equatable, Sendable {
    /// A number of the notice's list.
    case number(Int)
    /// The reference of an invoice or another document, in capitals.
    case reference(String)
    /// The one thing of its kind.
    case only(Kind)

    /// What there is one of in a project. The raw value is its English name in a command.
    package enum Kind: String, CaseIterable, Sendable {
        case menu
        case itinerary
        case floorPlan = "floor plan"
        case visionBoard = "vision board"
        case proposal
        case contract
        case eventOrder = "event order"
        case invoice
        case guestList = "guest list"
    }

    /// The thing as one would name it in English.
    package var text: String {
        switch self {
        case .number(let number): String(number)
        case .reference(let reference): reference
        case .only(let kind): kind.rawValue
        }
    }
}

extension NamedThing {
    /// What `folded` names in any language, or `nil`.
    init?(folded: [UInt8]) {
        if let number = ArgumentReader.number(folded) {
            self = .number(number)
        } else if let kind = Self.kinds[folded] {
            self = .only(kind)
        } else if Self.isReference(folded) {
            self = .reference(String(decoding: folded, as: UTF8.self).uppercasedASCII)
        } else {
            return nil
        }
    }

    /// Letters and digits with a hyphen, slash or underscore between them: `INV-12`, `2026/014`. Limit: 32 bytes.
    private static func isReference(_ word: [UInt8]) -> Bool {
        let parts = word.split(omittingEmptySubsequences: false) {
            $0 == ASCII.hyphen || $0 == ASCII.slash || $0 == ASCII.underscore
        }
        return word.count <= 32 && parts.count > 1 && word.contains(where: \.isASCIIDigit)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter } }
    }

    private static let table: [(Kind, String)] = [
        (.menu, "menu, menü, speisekarte, carte, menú, carta, menù, cardápio, ementa"),
        (.itinerary, "itinerary, schedule, reiseplan, ablaufplan, itinéraire, itinerario, itinerário, reisplan"),
        (
            .floorPlan,
            "floor plan, floorplan, grundriss, sitzplan, plan de salle, plano, planimetria, plattegrond, planta"
        ),
        (.visionBoard, "vision board, visionboard, board, moodboard, mood board"),
        (.proposal, "proposal, angebot, proposition, devis, propuesta, proposta, preventivo, voorstel, offerte"),
        (.contract, "contract, vertrag, contrat, contrato, contratto"),
        (.eventOrder, "event order, banquet event order, beo"),
        (.invoice, "invoice, rechnung, facture, factura, fattura, factuur, fatura"),
        (.guestList, "guest list, guestlist, gästeliste, liste des invités, lista de invitados, lista degli invitati"),
        (.guestList, "gastenlijst, lista de convidados"),
    ]

    private static let kinds: [[UInt8]: Kind] = Dictionary(
        table.flatMap { row in WordList.entries(of: row.1).map { ($0, row.0) } },
        uniquingKeysWith: { first, _ in first })
}

extension String {
    /// The text with `a`–`z` as `A`–`Z`, nothing else changed.
    fileprivate var uppercasedASCII: String {
        String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
}
