import Hummingbird
import MailFormat
import NIOPosix
import PortalCore

/// A message as it was typed, with the files that were added to it.
struct MessageForm {
    let project: ProjectID
    let text: String
    let attachments: [FileContent]

    var command: Command {
        .postMessage(NewMessage(project: project, text: text, attachments: attachments))
    }

    var isEmpty: Bool { text.utf8.isEmpty && attachments.isEmpty }
}

extension Website {
    func postMessage(_ id: ProjectID, _ slug: String, _ visit: Visit) async throws -> Answer {
        let path = SitePath.messages(id, slug)
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let sent = try await OwnForm(visit, at: path, key: session, limit: settings.uploadLimit)
        let form = try await MessageForm(project: id, text: sent.text("text"), attachments: kept(sent.content.files))
        let outcome =
            form.isEmpty
            ? .refused(.empty)
            : try await portal.perform([form.command], for: .session(session, organization: slug), because: sent.cause)
                .first
        guard case .refused(let refusal)? = outcome else {
            return .seeOther("\(SitePath.project(id, slug))#newest")
        }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        return try showProject(id, slug, visit, draft: form.text, problem: RefusalWords.text(refusal))
    }

    /// Files go into the content store before anything names them; writing waits for the disk, so not on this thread.
    func kept(_ files: [MultipartForm.File]) async throws -> [FileContent] {
        var kept: [FileContent] = []
        for file in files {
            let digest = try await NIOThreadPool.singleton.runIfActive { [portal] in
                try portal.contents.put(file.bytes)
            }
            kept.append(
                FileContent(
                    name: file.fileName, contentType: file.contentType, size: Int64(file.bytes.count), digest: digest,
                    beginning: Array(file.bytes.prefix(FileContent.beginning))))
        }
        return kept
    }
}
