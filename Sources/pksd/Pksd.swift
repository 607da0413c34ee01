import ArgumentParser
import Engine

@main
struct Pksd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pksd",
        abstract: "Holds the paper, the money and the members of cooperation agreements with BPJS on one timeline.",
        discussion: """
            Start it:            pksd serve
            Sign in first:       pksd invite
            Let a system in:     pksd token create --name "SIPD" --role integration
            Prove the record:    pksd verify
            See a year ahead:    pksd rehearse
            Rehearse a year:     pksd serve --rehearsal --clock 2026-11-01T08:00:00+08:00 --state-dir /tmp/rehearsal

            Settings come from Config/pksd.yaml (or --config), then the environment (PKSD_LISTEN, PKSD_STATE_DIR, \
            PKSD_LEDGER, PKSD_WORKFLOWS, PKSD_DATA, PKSD_LOG_LEVEL, PKSD_PUBLIC_URL, PKSD_MAIL_SERVER, PKSD_MAIL_FROM, \
            PKSD_MAIL_CREDENTIAL, PKSD_MAIL_CA, PKSD_MAIL_SECURITY), then flags. People work with pksctl or the page at /.
            """,
        version: "pksd \(Version.current)",
        subcommands: [
            Serve.self, CheckConfig.self, TokenCommand.self, InviteCommand.self, Verify.self, Rehearse.self,
        ])
}
