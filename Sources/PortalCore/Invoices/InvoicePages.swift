/// What the page of a project's invoices shows.
package struct InvoiceList: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let invoices: [Invoice]
}

/// One invoice.
package struct InvoicePage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let invoice: Invoice
}

extension Portal {
    /// The invoices of a project; nil when nobody is signed in, or for them there is no such page.
    package func invoiceList(_ project: ProjectID, _ session: Secret, of slug: String) throws -> InvoiceList? {
        try read(.invoices, of: project, session, slug) { viewer, found, connection in
            InvoiceList(viewer: viewer, project: found, invoices: try InvoiceRecord.all(of: project, in: connection))
        }
    }

    /// One of them; nil looks the same for unknown and foreign ones.
    package func invoicePage(
        _ id: InvoiceID, of project: ProjectID, _ session: Secret, _ slug: String
    ) throws -> InvoicePage? {
        try read(.invoices, of: project, session, slug) { viewer, found, connection in
            try InvoiceRecord.find(id, of: project, in: connection).map {
                InvoicePage(viewer: viewer, project: found, invoice: $0)
            }
        }
    }

    /// All invoices of an organization, for the shell; nil where there is no such organization.
    package func invoices(of slug: String) throws -> [Invoice]? {
        try database.read { connection in
            try OrganizationRecord.find(slug, in: connection).map {
                try InvoiceRecord.all(of: $0.id, in: connection)
            }
        }
    }

    /// The invoice of a number.
    package func invoice(_ number: String, of slug: String) throws -> Invoice? {
        try invoices(of: slug)?.first { $0.isNumbered(number) }
    }
}
