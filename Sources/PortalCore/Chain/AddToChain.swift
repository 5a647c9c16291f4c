import Foundation
import MailFormat

extension Transaction {
    /// Adds an act to the organization's chain, in the same transaction that carries it out.
    ///
    /// - Parameter from: the network address that a page was used from.
    func chain(
        _ act: ChainContent.Act, about subject: ChainSubject, with object: ChainContent.Object, in project: Project,
        by participant: Participant, typedName: String? = nil, from: String? = nil
    ) throws {
        let organization = participant.organization
        let newest = try ChainRecord.newest(of: organization.id, in: connection)
        let number = (newest?.number ?? 0) + 1
        let content = ChainContent(
            organization: organization.settings.slug, number: number,
            previous: newest?.digest.description ?? ChainContent.beginning, at: now.isoText, act: act,
            person: ChainContent.Who(name: participant.person.name, address: participant.person.address.text),
            door: cause.door.rawValue, evidence: participant.evidence, mail: cause.mail?.description, from: from,
            project: project.settings.title, object: object, typedName: typedName)
        try ChainRecord.add(
            ChainEntry(content: StoredJSON.text(content), signedBy: chainKey), number, about: subject,
            of: organization.id, key: chainKey.publicKey, in: connection)
    }

    /// The same for a decision about a version of a deliverable, or the end of one.
    func chain(
        _ act: ChainContent.Act, about subject: ChainSubject, _ id: DeliverableID, version: Int,
        by participant: Participant
    ) throws {
        guard let deliverable = try DeliverableRecord.find(id, in: connection),
            let project = try ProjectRecord.find(deliverable.project, in: connection)
        else { return }
        let files = try FileRecord.files(of: id, version: version, in: connection)
        let object = ChainContent.Object(
            kind: "deliverable", title: deliverable.settings.title, version: version,
            files: files.map { ChainContent.Content($0.content) })
        try chain(act, about: subject, with: object, in: project, by: participant)
    }
}

extension Moment {
    /// ISO 8601 in UTC, to the second.
    var isoText: String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }
}
