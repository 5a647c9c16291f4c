extension VisibleReply {
    /// Why nothing in the mail may decide anything, as short codes: `views-differ`, `several-texts`, `only-history`,
    /// `unseen-marks`.
    package var warnings: [String] {
        [
            (viewsDiffer, "views-differ"), (hasSeveralTexts, "several-texts"), (isPerhapsHistory, "only-history"),
            (hasUnseenMarks || isPerhapsUnseen, "unseen-marks"),
        ].filter(\.0).map(\.1)
    }
}
