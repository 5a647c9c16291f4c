import Templates

extension BrandColor {
    /// The card of a mail where mail programs show it dark.
    private static let darkCard = BrandColor(0x1F, 0x1F, 0x1F)

    /// The color as it can be seen on the dark card.
    var bright: BrandColor { mixed(with: .white, on: Self.darkCard, contrast: 3.1) }
}
