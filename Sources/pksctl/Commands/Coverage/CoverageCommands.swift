import ArgumentParser

struct CoverageCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "See and record how many of a region's residents are insured, against the bar for UHC.",
        discussion: """
            For example:

              pksctl coverage --region 53
              pksctl coverage show 53.71
              pksctl coverage record 53.71 --as-of 2026-10 --percent 98.5
            """,
        subcommands: [CoverageList.self, CoverageShow.self, CoverageRecord.self],
        defaultSubcommand: CoverageList.self)
}
