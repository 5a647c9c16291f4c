extension VisibleReply {
    /// Why nothing in the mail may decide anything, as short codes: `views-differ`, `several-texts`, `only-history`.
    package var warnings: [String] {
        [(viewsDiffer, "views-differ"), (hasSeveralTexts, "several-texts"), (isPerhapsHistory, "only-history")]
            .filter(\.0).map(\.1)
    }
}
