/// One thing with its names and values under each other, for people or as JSON.
struct Sheet {
    private let table: Table
    private let values: [(name: String, value: Table.Cell)]

    init(_ values: [(name: String, value: Table.Cell)]) {
        self.values = values.filter { $0.value != .none }
        var table = Table(columns: values.map { Table.Column($0.name) }, whenEmpty: "")
        table.rows = [values.map(\.value)]
        self.table = table
    }

    func rendered(json: Bool) -> String {
        if json { return table.json }
        var sheet = Table(columns: [Table.Column(""), Table.Column("")], whenEmpty: "")
        sheet.rows = values.map { [.text($0.name), .text($0.value.line)] }
        // The titles are empty, and so is their line.
        return String(decoding: sheet.text.utf8.dropFirst(), as: UTF8.self)
    }
}
