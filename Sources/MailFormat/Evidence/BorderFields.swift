extension Header {
    /// The fields that the organization's own servers added: those above the line with which the border host took the
    /// mail in. None without such a line.
    package func fields(above border: TrustedBorder) -> Slice<HeaderFields> { fields[..<(borderLine(border) ?? 0)] }

    /// Whether the border host took this mail in.
    package func wasTakenIn(by border: TrustedBorder) -> Bool { borderLine(border) != nil }

    /// The fields among which the border host's results stand. None without its line.
    package func resultFields(of border: TrustedBorder) -> Slice<HeaderFields> {
        fields[..<(borderLine(border).map { endOfResults(at: $0, border) } ?? 0)]
    }

    /// Which field the border host wrote when it took the mail in: the topmost of its Received fields, past those that
    /// only record the handover to the mailbox or from one of its programs to another.
    ///
    /// A handover is one only if the arrival stands below, with nothing between but what the same machine wrote. Otherwise
    /// it is how the mail came: delivered to the mailbox by a server that names itself nowhere else, handed in by a program
    /// of the same machine, or passed on by another host, below whose line anybody may have written anything.
    func borderLine(_ border: TrustedBorder) -> Int? {
        var fromFilter: Int?, toMailbox: Int?
        trace: for (place, field) in zip(fields.indices, fields) where field.isNamed("Received") {
            let received = ReceivedField(field.unfolded)
            guard received.isWritten(by: border) else {
                if fromFilter ?? toMailbox == nil || received.isWithinMachine { continue }
                break trace
            }
            switch received.handover {
            case .toMailbox: toMailbox = toMailbox ?? place
            case .fromFilter: fromFilter = fromFilter ?? place
            case nil: return place
            }
        }
        return fromFilter ?? toMailbox
    }

    /// Where the fields end that the border host wrote, whose Received field stands at `line`: above it; but behind the
    /// first results below it, with what may stand between, where this host writes them there.
    func endOfResults(at line: Int, _ border: TrustedBorder) -> Int {
        guard ReceivedField(fields[line].unfolded).writesResultsBelow else { return line }
        var next = line + 1
        if next < fields.count, fields[next].isNamed("Received-SPF") { next += 1 }
        return next < fields.count && fields[next].isNamed("Authentication-Results") ? next + 1 : line
    }

    /// The trusted forwarder who sealed the mail last (RFC 8617 §4.1.3); nil for another, and where two claim to be it.
    func lastSealer(of border: TrustedBorder) -> String? {
        let seals = all(named: "ARC-Seal").map { SignatureTags($0.unfolded) }
        guard let last = seals.compactMap(\.instance).max() else { return nil }
        let sealers = seals.filter { $0.instance == last }.map(\.domain)
        guard sealers.count == 1, let sealer = sealers[0], border.trusts(sealer: sealer) else { return nil }
        return String(decoding: sealer, as: UTF8.self)
    }
}
