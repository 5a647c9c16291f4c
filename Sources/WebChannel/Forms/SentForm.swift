/// A form that could not be carried out, for the page that shows it again with what was typed.
struct SentForm {
    /// Where it was sent: a page may have several forms with the same fields.
    private let path: String
    private let form: OwnForm

    init(_ form: OwnForm, at path: String) {
        self.form = form
        self.path = path
    }

    /// Whether it is the form at this path.
    func isSent(to path: String) -> Bool { self.path.utf8.elementsEqual(path.utf8) }

    /// What was typed into a field of the form at a path; nil where another form was sent, or one without this field.
    func text(_ name: String, at path: String) -> String? {
        isSent(to: path) && form.has(name) ? form.text(name) : nil
    }

    /// Whether a box of the form at a path was ticked; nil where another form was sent.
    func isChecked(_ name: String, at path: String) -> Bool? { isSent(to: path) ? form.isChecked(name) : nil }
}
