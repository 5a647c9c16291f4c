import Foundation

/// Dovecot's settings: everybody has a mailbox, and the password `secret`.
struct DovecotFiles {
    let folder: String
    let ports: MailServers.Ports
    /// Owns the mail; needs no entry in the user list.
    private static let mailOwner = 5000

    func write() throws {
        let files = FileManager.default
        for name in ["dovecot", "mail"] {
            try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        try files.setAttributes(
            [.ownerAccountID: Self.mailOwner, .groupOwnerAccountID: Self.mailOwner], ofItemAtPath: folder + "/mail")
        try configuration.write(toFile: folder + "/dovecot/dovecot.conf", atomically: true, encoding: .utf8)
    }

    private var configuration: String {
        """
        base_dir = \(folder)/dovecot/run
        state_dir = \(folder)/dovecot/state
        log_path = \(folder)/dovecot.log
        protocols = imap lmtp
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <\(folder)/tls/server.pem
        ssl_key = <\(folder)/tls/server.key
        disable_plaintext_auth = yes
        auth_username_format = %Lu
        auth_failure_delay = 0
        first_valid_uid = \(Self.mailOwner)
        recipient_delimiter = +
        mail_location = maildir:~/Maildir
        mail_fsync = never
        mail_max_userip_connections = 100
        passdb {
          driver = static
          args = password=\(MailServers.password)
        }
        userdb {
          driver = static
          args = uid=\(Self.mailOwner) gid=\(Self.mailOwner) home=\(folder)/mail/%Lu allow_all_users=yes
        }
        namespace inbox {
          inbox = yes
          separator = /
        }
        protocol lmtp {
          postmaster_address = postmaster@portal.test
        }
        service imap-login {
          inet_listener imap {
            port = \(ports.imap)
          }
          inet_listener imaps {
            port = \(ports.imaps)
            ssl = yes
          }
          service_count = 0
        }
        service lmtp {
          unix_listener lmtp {
            mode = 0666
          }
        }
        service auth {
          unix_listener auth-postfix {
            mode = 0666
          }
        }
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service stats {
          unix_listener stats-writer {
            mode = 0666
          }
        }

        """
    }
}
