/// What a browser sends with a form that has files: multipart/form-data, RFC 7578.
package struct MultipartForm: Sendable {
    /// A value that was typed or chosen.
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// A file that was added. Its name is as the browser gave it, and may contain anything.
    package struct File: Sendable, Equatable {
        package let name: String
        package let fileName: String
        /// `type/subtype` as the browser guessed it; ASCII lower case.
        package let contentType: String
        package let bytes: [UInt8]
    }

    package let fields: [Field]
    /// The files in order; inputs that were left empty are no files.
    package let files: [File]

    /// The first value called `name`.
    package func value(_ name: String) -> String? {
        fields.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// The boundary that a Content-Type names, or `nil` when it is no multipart/form-data or has none.
    package static func boundary(ofContentType value: String) -> String? {
        guard let type = ContentType(Array(value.utf8)), type.mimeType.equalsIgnoringASCIICase("multipart/form-data"),
            let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count)
        else { return nil }
        return boundary
    }

    /// The form that `body` is, or `nil` when it is cut off, has a part without a name, or more parts than the limit.
    ///
    /// How many bytes a body may have is for the server that receives it to say. Limit: 200 parts.
    package static func parse(body: [UInt8], boundary: String, partLimit: Int = 200) -> MultipartForm? {
        // A part that calls itself multipart is still one value.
        var reader = PartReader(Lines(body), depthLimit: 1)
        guard !boundary.utf8.isEmpty, reader.read(within: Array(boundary.utf8)), reader.parts.count <= partLimit else {
            return nil
        }
        return MultipartForm(reader.parts)
    }

    private init?(_ parts: [Part]) {
        var fields: [Field] = []
        var files: [File] = []
        for part in parts {
            guard let parameters = part.disposition?.parameters, let name = parameters["name"] else { return nil }
            guard let fileName = parameters["filename"] else {
                let value = Charset.decode(part.body, label: part.contentType.parameters["charset"])
                fields.append(Field(name: Self.unescaped(name), value: value))
                continue
            }
            if fileName.utf8.isEmpty, part.body.isEmpty { continue }
            files.append(
                File(
                    name: Self.unescaped(name), fileName: Self.unescaped(fileName),
                    contentType: part.contentType.mimeType, bytes: Array(part.body)))
        }
        self.fields = fields
        self.files = files
    }

    /// QUIRK: browsers write a quote within a name as `%22`, and escape nothing else that matters here.
    private static func unescaped(_ name: String) -> String {
        var output: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.first {
            let isQuote = rest.starts(with: "%22".utf8)
            output.append(isQuote ? ASCII.quote : byte)
            rest = rest.dropFirst(isQuote ? 3 : 1)
        }
        return String(decoding: output, as: UTF8.self)
    }
}
