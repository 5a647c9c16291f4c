extension Header {
    /// The fields that the organization's own servers added: those above the line with which the border host took the mail
    /// in. None without such a line.
    package func fields(above border: TrustedBorder) -> ArraySlice<HeaderField> {
        let line = fields.firstIndex { field in
            guard field.isNamed("Received") else { return false }
            let received = ReceivedField(field.unfolded)
            return received.isWritten(by: border) && !received.isHandoverToMailbox
        }
        return fields[..<(line ?? 0)]
    }
}
