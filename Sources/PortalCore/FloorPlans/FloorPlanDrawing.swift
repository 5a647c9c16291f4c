/// A floor plan as SVG: nothing in it but shapes and texts, with a number on each piece for programs.
package struct FloorPlanDrawing {
    private var output: [UInt8] = []

    /// The drawing.
    package static func svg(_ plan: FloorPlan, title: String) -> [UInt8] {
        var drawing = FloorPlanDrawing()
        drawing.add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plan\" role=\"img\" ")
        drawing.add("viewBox=\"0 0 \(plan.width) \(plan.height)\" font-family=\"sans-serif\" font-size=\"32\">")
        drawing.add("<title>\(escaped(title))</title>")
        drawing.add("<rect width=\"\(plan.width)\" height=\"\(plan.height)\" fill=\"#faf8f4\" stroke=\"#8d8a84\" ")
        drawing.add("stroke-width=\"6\"/>\n")
        for (index, piece) in plan.pieces.enumerated() { drawing.add(piece, number: index + 1) }
        drawing.add("</svg>\n")
        return drawing.output
    }

    private mutating func add(_ piece: FloorPlan.Piece, number: Int) {
        add("<g data-piece=\"\(number)\" transform=\"translate(\(piece.x) \(piece.y)) rotate(\(piece.rotation))\">")
        // A plan that is refused is drawn, too, for whoever mends it.
        let count = min(max(piece.seats, FloorPlan.seats.lowerBound), FloorPlan.seats.upperBound)
        switch piece.shape {
        case .round:
            let radius = 45 + count * 6
            seats(count, around: radius + 28)
            add("<circle r=\"\(radius)\" fill=\"#fff\" stroke=\"#3d4652\" stroke-width=\"4\"/>")
        case .long:
            let length = max(120, (count + 1) / 2 * 60)
            seats(count, along: length)
            add("<rect x=\"\(-length / 2)\" y=\"-40\" width=\"\(length)\" height=\"80\" rx=\"8\" ")
            add("fill=\"#fff\" stroke=\"#3d4652\" stroke-width=\"4\"/>")
        case .label: break
        }
        add("<text text-anchor=\"middle\" dominant-baseline=\"central\" fill=\"#1a1f27\">")
        add("\(Self.escaped(piece.text))</text></g>\n")
    }

    private mutating func seats(_ count: Int, around radius: Int) {
        for seat in 0..<count {
            add("<circle r=\"18\" cx=\"\(radius)\" transform=\"rotate(\(seat * 360 / count))\" fill=\"#c9ced6\"/>")
        }
    }

    /// On both sides, the greater half above.
    private mutating func seats(_ count: Int, along length: Int) {
        let above = (count + 1) / 2
        for seat in 0..<count {
            let (place, row) = seat < above ? (seat, above) : (seat - above, count - above)
            let x = (2 * place + 1) * length / (2 * row) - length / 2
            add("<circle r=\"18\" cx=\"\(x)\" cy=\"\(seat < above ? -64 : 64)\" fill=\"#c9ced6\"/>")
        }
    }

    private mutating func add(_ text: String) { output += text.utf8 }

    /// XML 1.0 §2.4, by bytes; control characters are no XML and are left out.
    private static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): output += Array("&lt;".utf8)
            case UInt8(ascii: ">"): output += Array("&gt;".utf8)
            case UInt8(ascii: "&"): output += Array("&amp;".utf8)
            case UInt8(ascii: "\""): output += Array("&quot;".utf8)
            case 0..<0x20, 0x7F: break
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
