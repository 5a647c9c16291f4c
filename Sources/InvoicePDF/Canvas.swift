private import CHaru

/// Pages of A4 to write and draw on, in points from the top left corner. libharu makes the file of them.
final class Canvas {
    static let width: Float = 595.28
    static let height: Float = 841.89

    private let document: HPDF_Doc
    private let typeface: Typeface
    private let regular: HPDF_Font?
    private let bold: HPDF_Font?
    private var pages: [HPDF_Page] = []

    /// How a text is set.
    struct Style {
        var size: Float = 10
        var isBold = false
        var color = Ink.black
        var side = Side.left

        /// Which side of the text is at the place that is named.
        enum Side { case left, right }
    }

    /// Red, green and blue from 0 to 1.
    struct Ink {
        var red: Float
        var green: Float
        var blue: Float

        static let black = Ink(red: 0.1, green: 0.1, blue: 0.1)
        static let quiet = Ink(red: 0.42, green: 0.4, blue: 0.38)
    }

    /// - Throws: `PDFFault` when libharu cannot begin.
    init(_ typeface: Typeface) throws(PDFFault) {
        guard let document = HPDF_New(nil, nil) else { throw PDFFault(code: 0) }
        self.document = document
        self.typeface = typeface
        // Words stay readable in the file, so that the same invoice is the same bytes whatever zlib is there.
        HPDF_SetCompressionMode(document, HPDF_UINT(HPDF_COMP_IMAGE))
        switch typeface {
        case .standard:
            regular = HPDF_GetFont(document, "Helvetica", "WinAnsiEncoding")
            bold = HPDF_GetFont(document, "Helvetica-Bold", "WinAnsiEncoding")
        case .embedded(let regularFile, let boldFile):
            HPDF_UseUTFEncodings(document)
            let regularName = HPDF_LoadTTFontFromFile(document, regularFile, HPDF_BOOL(1))
            let boldName = HPDF_LoadTTFontFromFile(document, boldFile, HPDF_BOOL(1))
            regular = HPDF_GetFont(document, regularName, "UTF-8")
            bold = HPDF_GetFont(document, boldName, "UTF-8")
        }
        addPage()
    }

    deinit { HPDF_Free(document) }

    var pageCount: Int { pages.count }

    func addPage() {
        guard let page = HPDF_AddPage(document) else { return }
        HPDF_Page_SetWidth(page, Self.width)
        HPDF_Page_SetHeight(page, Self.height)
        pages.append(page)
    }

    /// One line of text with its foot at `y`, on the newest page or on the one of this index.
    func write(_ text: String, x: Float, y: Float, _ style: Style = Style(), page index: Int? = nil) {
        let page = pages[index ?? pages.count - 1]
        let left = style.side == .left ? x : x - width(of: text, style)
        HPDF_Page_SetRGBFill(page, style.color.red, style.color.green, style.color.blue)
        HPDF_Page_BeginText(page)
        HPDF_Page_SetFontAndSize(page, style.isBold ? bold : regular, style.size)
        HPDF_Page_TextOut(page, left, Self.height - y, typeface.encoded(text))
        HPDF_Page_EndText(page)
    }

    /// Points that a text takes.
    func width(of text: String, _ style: Style) -> Float {
        guard let page = pages.last else { return 0 }
        HPDF_Page_SetFontAndSize(page, style.isBold ? bold : regular, style.size)
        return HPDF_Page_TextWidth(page, typeface.encoded(text))
    }

    func rule(from left: Float, to right: Float, y: Float, _ ink: Ink, thickness: Float = 0.5) {
        guard let page = pages.last else { return }
        HPDF_Page_SetRGBStroke(page, ink.red, ink.green, ink.blue)
        HPDF_Page_SetLineWidth(page, thickness)
        HPDF_Page_MoveTo(page, left, Self.height - y)
        HPDF_Page_LineTo(page, right, Self.height - y)
        HPDF_Page_Stroke(page)
    }

    /// A picture with its top left corner at a place.
    func draw(_ picture: Picture, x: Float, y: Float, width: Float, height: Float) {
        guard let page = pages.last,
            let image = HPDF_LoadRawImageFromMem(
                document, picture.pixels, HPDF_UINT(picture.width), HPDF_UINT(picture.height), HPDF_CS_DEVICE_RGB, 8)
        else { return }
        HPDF_Page_DrawImage(page, image, x, Self.height - y - height, width, height)
    }

    /// What readers show as the document's name, and when it was made: year, month and day.
    func describe(title: String, date: [Int]) {
        HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, typeface.encoded(title))
        guard date.count == 3 else { return }
        let moment = HPDF_Date(
            year: Int32(clamping: date[0]), month: Int32(clamping: date[1]), day: Int32(clamping: date[2]), hour: 0,
            minutes: 0, seconds: 0, ind: 0x5A, off_hour: 0, off_minutes: 0)
        HPDF_SetInfoDateAttr(document, HPDF_INFO_CREATION_DATE, moment)
    }

    /// The file.
    ///
    /// - Throws: `PDFFault` when libharu refused anything on the way.
    func finished() throws(PDFFault) -> [UInt8] {
        guard HPDF_SaveToStream(document) == 0, HPDF_GetError(document) == 0 else {
            throw PDFFault(code: UInt(HPDF_GetError(document)))
        }
        let size = Int(HPDF_GetStreamSize(document))
        var length = HPDF_UINT32(size)
        var bytes = [UInt8](repeating: 0, count: size)
        HPDF_ResetStream(document)
        HPDF_ReadFromStream(document, &bytes, &length)
        guard Int(length) == size else {
            throw PDFFault(code: UInt(HPDF_GetError(document)))
        }
        return bytes
    }
}

/// Why a PDF could not be made, as libharu numbers it.
package struct PDFFault: Error, CustomStringConvertible {
    let code: UInt
    package var description: String { "libharu made no PDF (error \(String(code, radix: 16)))" }
}
