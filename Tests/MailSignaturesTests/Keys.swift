import MailFormat

@testable import MailSignatures

/// Keys made for these tests, and good for nothing else.
enum Keys {
    static func signer(_ algorithm: SigningAlgorithm, domain: String = "client.test") -> MailSigner {
        let key = algorithm == .rsa ? rsa : ed25519
        return (try? MailSigner(domain: domain, selector: "s1", key: Array(key.utf8)))!
    }

    static let rsa = """
        -----BEGIN PRIVATE KEY-----
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC8iZpa1nR0getf
        fb0a+9xYOkzqJC7d1iQBrEeS7/nwjzIIlHwn2z1L3NUgrruwofXwvvU6tEtxd5Br
        5B5yROBEHger11/PhAfM2eA+z8UYZLowC/QXvqDTdxMdIVeRxe4nhs+Ain4k5rSi
        FfSnIeETUe+JiU6t8K5M5hIb8362RgeojbGYGFMUb/NetIthwgQn3saPY8b6i4e/
        7uYMdtr8qCyd6WyAN8nVHJwjgE/xnBn0L4MgSSAI4yriXsCy29bSsq6bkwsUJBh+
        t9xhjcbYJemh4OXlfoknE+rRe1vvOS2hkh8TcIdvYx6I2U+oeLQGSM2D4/hLQRYk
        opBxu+9tAgMBAAECggEAKg3ObH8j7D3zfLINDZkKyfI9KEfoXUqP7wCY2XVmTIqA
        SEoolHJSbprEPl1DV8+Ujn3lsNG490cKY4p3YRksZf1FzEaG5ECIxeB+ZLxO9BU5
        s5BjAq3ebTTFAm0mvYkHCXGIVN1vbDc6qOHZV7NWo0rWMZk7P9Cs7FGwTeRHCgxb
        3RQMU5lXjxeBNUU8MBXqtIz7FjbBRlkypGHCReoYeMsDXEQPfnyahlNi8kzgUiHn
        waaUG1C02GwLK4E5mIAhyf93jF7Nsf38GzyfbjvfhTd2x9IP4vUqFZSlhYwF6BOu
        mHaTQlphm17wwmMYZBbA7Cp7zwn26C2WVjlu+JPF+QKBgQDyLOqqwj5/DWfWafpZ
        J9QIkDtk3R1mFvSQzp83V4/7zOoTUWNUeSV/drlq7f+y3hfASW/wH4ToI+qIMN/3
        th6mC7sdoGfeUv/2r/5ySyCx7tVbikAEH3h12SYkdUsvO33MF/4H7p1L5U+z5eNA
        Fq/5cpP8euFOPMcA22zz6OfW9QKBgQDHTNYrOBVgUNPgk8nmsJvpEJjgTY0N3ZIA
        AhyZvuY50bts7b1T4TDFQ01B8pGjSeFRCWssXWxaBhSNkFeB7Cw32rQQa+BbRDfN
        FC/5ePeZl5kQpFWP4YsjT4/qY23DExXOsrmjK2YH1YbpooNFbgwvq53gNHML4MmJ
        VJ0uNNo7mQKBgQDICOvpEjs3DOapR65/OBO+4wv8O1wOOIXYmqMOvmfy8Aak4EQw
        wUSE7ZcoSOA9aY+qx74LVK2eZhRSXDSTUr4sH2J2jUlebaZ5qFN/Kqkd8A4R57cK
        8Me6aBxGXxA0OmqlS2gMOz94MjhMe2XjSRof7FFqakFyM2eZQKXVLptZhQKBgCMg
        gNMHRIVAWcfIZJqbYC949Gj8YjMibVxBAwd6JRvlwnIViPwiwbTTAufvuAmeuO7O
        iSw9nx5S2gaFfVbx6G1Dx97pFJchc/BacYY38vQISzsqq8X7S8nCeSwnsC3kzEAt
        Mhj3SjlxQiEluptfJRi119Kvi+N5ECx7VGTTfe9pAoGBALqh7D0UkKUCXrrbmZGk
        bq0astUSs8EF62ANWxnKlvqVs6oBfBCirNgC2rx0r7mLfs7VD5CdxL7yKXlYZc0a
        an/CHZn9EZ45t5lVgvGqcxKrHIWVqGsqY5fEcQNzM7co4t4CaR8UhY7A19T3qxC6
        0B2e93dwZIjQr0JYssH2flWp
        -----END PRIVATE KEY-----
        """

    static let ed25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIDc/aiJTSgiaBfsjOHmdQi9RfWpADPM7FJZWr2R5jxQH
        -----END PRIVATE KEY-----
        """

    /// RSA of 1016 bits.
    static let smallRSA = """
        -----BEGIN PRIVATE KEY-----
        MIICcAIBADANBgkqhkiG9w0BAQEFAASCAlowggJWAgEAAoGAAJ9DMmqWR9KFLQym
        broU5L8CP/S9An/H0c3NOgZc/a0cV0SFyMgGPrS1FBPRGCXq5b4hHLXoTqq11pOm
        yzrqow45rZYmDXPxDbjz8EWF5/VCR9gA90NfbW/4N4xh9JectIV6Vzp6H0Y1b3FV
        /V/umZqjtpAtl+PMWqwX6edz8FcCAwEAAQJ/dIsh26m5SS63dqhcIsOjWLt2vcuK
        hqNcvnNN4NYvtHwmyDf2Y5leTbKszIuYVjb8hBOLBPrIhlemfEn0Mlr9gLUTvk+0
        brFYgLnsAIfPi7ZKt6//AxfIAmSHbwjXZ0gU/EyqBueojAZ8wcxBdYpoYYZIpHcT
        3E0KCZgCXmP5oQJADJ/OPdH0VSxMwB+Jh10nKV7jq8xlH6hCFrmYHBhp+Qda5tep
        kwIntIHEg6/w60M+0LJysN99naikr8MgaTiunwJADJ2YkP0xAs8tiTL3LRV7hbn0
        lk91wcJG9LHyK1nPM5ScrHO7859M53ekm0nayAdBD11u/RpzSzomaU0ME8S7SQJA
        AYno5XgVw9vmbvRpGuqrv0sljOcY3Ebx5zsv4xzGrefLmJ9ot9ZnaIT4ouRrBQHp
        Qh6+A/j5oqHPkOzDoo+aGQJACWiPG7J4FsxD/YpQ5QKceILScjcYb0RgfqUnIkV8
        Tc+LeOFnTq2DQSztShKuY3dlgfwAhipvya64btfTJfsWYQJACZB6HE+pt6fkbZMd
        RlqFf/1t6XKnTRgIeldAJRGg7a5jMJDphg0SD/D/ibJLlytrMHtbbosBbOftNiCr
        XKv70A==
        -----END PRIVATE KEY-----
        """

    static let smallRSAPublic =
        "MIGeMA0GCSqGSIb3DQEBAQUAA4GMADCBiAKBgACfQzJqlkfShS0Mpm66FOS/Aj/0vQJ/x9HNzToGXP2tHFdEhcjIBj60tRQT0Rgl"
        + "6uW+IRy16E6qtdaTpss66qMOOa2WJg1z8Q248/BFhef1QkfYAPdDX21v+DeMYfSXnLSFelc6eh9GNW9xVf1f7pmao7aQLZfjzFqsF+nnc/BXAgMBAAE="

    static let ellipticCurve = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIY5QINmtl7eBmCFo
        GthMiSN9A3+QjYH2Nnjl/WiCHLKhRANCAAQ0bMN0fFRl6USEf1+RhUMPWxgjIhrb
        yJYZ57jhl8hWLals/765Dh541qhRTWUPCYSp1j5ceMwWr3EL2p1pSnrS
        -----END PRIVATE KEY-----
        """

    static let encrypted = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjGXtKWiMUXiwICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJv7SuiSkVSTQVBAHIZZfMkEQA/8
        0tNrDtTMB/FeVAkw981xFctlVXwOe2Q53HjWfemHXTFzHUyuBMpwSk83SPEnEIOu
        JNUL5GkCAJWNL37O1s0=
        -----END ENCRYPTED PRIVATE KEY-----
        """
}
