extension Header {
    /// The fields that the organization's own servers added: those above the line with which the border host took the
    /// mail in. None without such a line.
    package func fields(above border: TrustedBorder) -> Slice<HeaderFields> { fields[..<(borderLine(border) ?? 0)] }

    /// Which field the border host wrote when it took the mail in: the topmost of its Received fields, past those that
    /// only record the handover to the mailbox.
    func borderLine(_ border: TrustedBorder) -> Int? {
        fields.firstIndex { field in
            guard field.isNamed("Received") else { return false }
            let received = ReceivedField(field.unfolded)
            return received.isWritten(by: border) && !received.isHandoverToMailbox
        }
    }
}
