/// The first schema. Times are milliseconds since 1970 (UTC); secrets are stored only as SHA-256 digests.
enum SchemaOne {
    static let sql =
        people + work + ToDoRecord.schema + ExhibitRecord.schema + PictureRecord.schema + InvoiceRecord.schema
        + RequestRecord.schema + PassengerRecord.schema + EventRecord.schema + GuestRecord.schema
        + QuestionnaireRecord.schema + ChainRecord.schema + DocumentRecord.schema + AwayRecord.schema + doors
        + MuteLinkRecord.schema + AskedInvitationRecord.schema + SendingStopRecord.schema + mail
        + memory

    private static let people = """
        CREATE TABLE organizations (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 40),
            name TEXT NOT NULL, website TEXT NOT NULL, contact TEXT NOT NULL, color TEXT NOT NULL,
            welcome TEXT NOT NULL, locale TEXT NOT NULL, time_zone TEXT NOT NULL,
            portal_open INTEGER NOT NULL CHECK (portal_open IN (0, 1)),
            phases TEXT NOT NULL, tools TEXT NOT NULL,
            decisions_by_mail TEXT NOT NULL CHECK (decisions_by_mail IN ('execute', 'confirm', 'off')),
            reminders TEXT NOT NULL,
            floor_plans TEXT NOT NULL CHECK (floor_plans IN ('view', 'edit')),
            payments TEXT NOT NULL,
            requests_taken INTEGER NOT NULL CHECK (requests_taken IN (0, 1)),
            requests_approved INTEGER NOT NULL CHECK (requests_approved IN (0, 1)),
            requests_assignee TEXT, documents_required INTEGER NOT NULL CHECK (documents_required IN (0, 1)),
            words TEXT NOT NULL,
            logo_id INTEGER REFERENCES files (id)
        ) STRICT;
        CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            address TEXT NOT NULL, canonical TEXT NOT NULL, name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('client', 'member', 'admin', 'owner')),
            locale TEXT, notified INTEGER NOT NULL CHECK (notified IN (0, 1)), muted_at INTEGER,
            access TEXT NOT NULL CHECK (access IN ('none', 'invited', 'active', 'ended')),
            UNIQUE (organization_id, canonical)
        ) STRICT;
        CREATE INDEX people_by_address ON people (canonical);

        """

    private static let work = """
        CREATE TABLE projects (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('project', 'event', 'lead', 'trip')),
            title TEXT NOT NULL, summary TEXT NOT NULL, status TEXT NOT NULL,
            phase INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 5),
            starts TEXT, due TEXT,
            UNIQUE (organization_id, name)
        ) STRICT;
        CREATE TABLE assignments (
            project_id INTEGER NOT NULL REFERENCES projects (id),
            person_id INTEGER NOT NULL REFERENCES people (id),
            by_staff INTEGER NOT NULL DEFAULT 0 CHECK (by_staff IN (0, 1)),
            PRIMARY KEY (project_id, person_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX assignments_by_person ON assignments (person_id);
        CREATE TABLE deliverables (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, format TEXT NOT NULL,
            visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
            version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 100000), due TEXT,
            UNIQUE (project_id, name)
        ) STRICT;
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            author_id INTEGER NOT NULL REFERENCES people (id),
            deliverable_id INTEGER REFERENCES deliverables (id),
            text TEXT NOT NULL, door TEXT NOT NULL CHECK (door IN ('mail', 'page', 'settings', 'shell')),
            verified INTEGER NOT NULL CHECK (verified IN (0, 1)), at INTEGER NOT NULL,
            thing TEXT
        ) STRICT;
        CREATE INDEX messages_by_project ON messages (project_id, id);
        CREATE INDEX messages_by_thing ON messages (project_id, thing) WHERE thing IS NOT NULL;
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY,
            deliverable_id INTEGER NOT NULL REFERENCES deliverables (id), version INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('approved', 'revision-requested', 'rejected')),
            person_id INTEGER NOT NULL REFERENCES people (id),
            door TEXT NOT NULL CHECK (door IN ('mail', 'page')), at INTEGER NOT NULL,
            instead_of TEXT, message_id INTEGER REFERENCES messages (id), ended_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX decisions_that_stand ON decisions (deliverable_id, version) WHERE ended_at IS NULL;
        CREATE TABLE files (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            project_id INTEGER REFERENCES projects (id),
            deliverable_id INTEGER REFERENCES deliverables (id), version INTEGER,
            message_id INTEGER REFERENCES messages (id),
            name TEXT NOT NULL, content_type TEXT NOT NULL,
            size INTEGER NOT NULL CHECK (size >= 0), sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            visible INTEGER NOT NULL CHECK (visible IN (0, 1)), at INTEGER NOT NULL,
            runs INTEGER NOT NULL CHECK (runs IN (0, 1)), held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
            CHECK ((deliverable_id IS NULL) = (version IS NULL))
        ) STRICT;
        CREATE INDEX files_by_project ON files (project_id, id);
        CREATE INDEX files_by_organization ON files (organization_id, size) WHERE message_id IS NOT NULL;
        CREATE INDEX files_held ON files (organization_id, id) WHERE held = 1;
        CREATE INDEX files_by_message ON files (message_id) WHERE message_id IS NOT NULL;

        """

    private static let doors = """
        CREATE TABLE invitations (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            state TEXT NOT NULL CHECK (state IN ('owed', 'sent', 'opened', 'accepted', 'bounced', 'revoked')),
            digest BLOB UNIQUE, expires_at INTEGER, changed_at INTEGER NOT NULL, detail TEXT
        ) STRICT;
        CREATE INDEX invitations_by_person ON invitations (person_id);
        CREATE TABLE portal_links (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            name TEXT NOT NULL, code_salt BLOB, code_hash BLOB,
            attempts INTEGER NOT NULL DEFAULT 0, expires_at INTEGER, revoked_at INTEGER,
            notified INTEGER NOT NULL CHECK (notified IN (0, 1)),
            access_count INTEGER NOT NULL DEFAULT 0, last_access INTEGER, scan_count INTEGER NOT NULL DEFAULT 0,
            bounced TEXT, created_at INTEGER NOT NULL, end_told_at INTEGER,
            CHECK ((code_salt IS NULL) = (code_hash IS NULL)),
            UNIQUE (person_id, name)
        ) STRICT;
        CREATE TABLE portal_link_secrets (
            digest BLOB PRIMARY KEY, link_id INTEGER NOT NULL REFERENCES portal_links (id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE remembered_browsers (
            digest BLOB PRIMARY KEY, link_id INTEGER NOT NULL REFERENCES portal_links (id), expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sign_ins (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            browser BLOB, digest BLOB UNIQUE, code_salt BLOB, code_hash BLOB,
            attempts INTEGER NOT NULL DEFAULT 0, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
        ) STRICT;
        CREATE INDEX sign_ins_by_browser ON sign_ins (browser);
        CREATE INDEX sign_ins_by_time ON sign_ins (asked_at);
        CREATE INDEX sign_ins_by_person ON sign_ins (person_id, asked_at);
        CREATE TABLE sessions (
            digest BLOB PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            link_id INTEGER REFERENCES portal_links (id),
            started_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, ended_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reply_addresses (
            digest BLOB PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            purpose TEXT NOT NULL CHECK (purpose IN ('decide', 'converse', 'list', 'guest', 'none')),
            project_id INTEGER REFERENCES projects (id),
            deliverable_id INTEGER REFERENCES deliverables (id), version INTEGER, things TEXT,
            guest_id INTEGER REFERENCES guests (id),
            outbox_id INTEGER NOT NULL REFERENCES outbox (id), expires_at INTEGER NOT NULL,
            CHECK (purpose <> 'decide' OR (deliverable_id IS NOT NULL AND version IS NOT NULL)),
            CHECK ((purpose = 'list') = (things IS NOT NULL)),
            CHECK ((purpose = 'guest') = (guest_id IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE confirmations (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            deliverable_id INTEGER NOT NULL REFERENCES deliverables (id), version INTEGER NOT NULL,
            comment TEXT NOT NULL, digest BLOB UNIQUE,
            asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
        ) STRICT;
        CREATE TABLE undo_links (
            digest BLOB PRIMARY KEY, decision_id INTEGER NOT NULL REFERENCES decisions (id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX confirmations_by_object ON confirmations (person_id, deliverable_id, asked_at);

        """

    private static let mail = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            notice TEXT NOT NULL, topic TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('owed', 'begun', 'waiting', 'sent', 'failed', 'dropped')),
            attempts INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
            expires_at INTEGER, settled_at INTEGER,
            recipient TEXT, message_id TEXT UNIQUE, subject TEXT, bytes BLOB, result TEXT,
            asks_in INTEGER REFERENCES projects (id), tried_at INTEGER,
            bounced INTEGER NOT NULL DEFAULT 0 CHECK (bounced IN (0, 1)),
            passes_stop INTEGER NOT NULL DEFAULT 0 CHECK (passes_stop IN (0, 1)),
            CHECK ((state IN ('begun', 'waiting')) = (bytes IS NOT NULL)),
            CHECK ((state IN ('sent', 'failed', 'dropped')) = (settled_at IS NOT NULL))
        ) STRICT;
        CREATE INDEX outbox_by_person ON outbox (person_id, created_at);
        CREATE INDEX outbox_tried ON outbox (tried_at) WHERE tried_at IS NOT NULL;
        CREATE INDEX outbox_bounced ON outbox (tried_at) WHERE bounced = 1;
        CREATE INDEX outbox_owed ON outbox (person_id) WHERE state = 'owed';
        CREATE INDEX outbox_asks ON outbox (person_id, asks_in, settled_at) WHERE asks_in IS NOT NULL;
        CREATE INDEX outbox_failed ON outbox (created_at) WHERE state = 'failed';
        CREATE INDEX outbox_due ON outbox (due_at) WHERE state IN ('owed', 'begun', 'waiting');
        CREATE TABLE mail_threads (
            person_id INTEGER NOT NULL REFERENCES people (id), topic TEXT NOT NULL,
            subject TEXT NOT NULL, root_message_id TEXT NOT NULL, last_message_id TEXT NOT NULL,
            PRIMARY KEY (person_id, topic)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            content BLOB NOT NULL CHECK (length(content) = 32), size INTEGER NOT NULL,
            sender TEXT NOT NULL, subject TEXT NOT NULL, received_at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('kept', 'settled', 'held')),
            organization_id INTEGER REFERENCES organizations (id), person_id INTEGER REFERENCES people (id),
            reading TEXT NOT NULL
        ) STRICT;
        CREATE INDEX inbox_kept ON inbox (state) WHERE state = 'kept';
        CREATE INDEX inbox_held ON inbox (organization_id, id) WHERE state = 'held';

        """

    private static let memory = """
        CREATE TABLE causes (
            kind TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE examinations (
            settings BLOB PRIMARY KEY CHECK (length(settings) = 32), passed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE history (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL,
            organization_id INTEGER REFERENCES organizations (id), person_id INTEGER REFERENCES people (id),
            project_id INTEGER REFERENCES projects (id),
            door TEXT NOT NULL, cause TEXT NOT NULL, evidence TEXT NOT NULL, command TEXT NOT NULL, outcome TEXT NOT NULL
        ) STRICT;
        CREATE INDEX history_by_organization ON history (organization_id, id);
        CREATE INDEX history_of_settings ON history (id) WHERE door = 'settings';
        CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER history_is_not_shortened BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        """
}
