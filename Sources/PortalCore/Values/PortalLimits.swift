/// What whoever runs the installation allows each organization.
package struct PortalLimits: Sendable, Equatable {
    /// Bytes of all the files that people bring to one organization's conversations.
    package var files: Int64
    /// Sign-in mails to all people of one organization in a quarter of an hour.
    package var signInMails: Int

    package init(files: Int64 = 10 << 30, signInMails: Int = 300) {
        self.files = files
        self.signInMails = signInMails
    }
}
