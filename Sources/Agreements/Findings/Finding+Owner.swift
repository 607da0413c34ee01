extension Finding {
    /// The office that can put it right.
    public var owner: Role { Finding.owner(of: code) }

    /// Whether an office may say why it may stand: who can put it right, the head of that office, or who coordinates.
    public func mayBeResolved(by role: Role) -> Bool {
        let heads: [Role: Role] = [.unitPIC: .unitHead, .bpjsPIC: .bpjsHead]
        return [owner, heads[owner], .coordinator, .secretary, .admin].contains(role)
    }

    /// People or money are at stake, or whether the paper holds at all; anything else can wait for a quiet hour.
    public var isSerious: Bool { Finding.isSerious(code) }

    public static func owner(of code: String) -> Role { owners[code] ?? .coordinator }
    public static func isSerious(_ code: String) -> Bool { serious.contains(code) }

    private static let owners: [String: Role] = [
        "authority_missing": .legal, "signatory_level": .legal, "signatory_other_level": .legal,
        "region_not_autonomous": .legal, "retroactive_term": .legal, "budget_short": .finance,
        "budget_surplus": .finance, "months_not_whole": .finance, "outlook_short": .finance,
        "paid_over_budget": .finance, "bill_overdue": .finance, "figures_too_large": .finance,
        "bill_amount_mismatch": .bpjsPIC, "bill_heads_mismatch": .bpjsPIC, "bill_overpaid": .bpjsPIC,
        "registered_claim_low": .bpjsPIC, "coverage_recomputed": .bpjsPIC, "counts_disagree": .unitPIC,
        "changes_disagree": .unitPIC, "members_negative": .unitPIC, "sum_of_parts": .unitPIC,
        "coverage_below_target": .unitPIC, "coverage_gap": .unitPIC,
    ]

    private static let serious: Set<String> = [
        "authority_missing", "signatory_level", "region_not_autonomous", "programme_body_mismatch",
        "members_without_paper", "budget_short", "outlook_short", "paid_over_budget", "figures_too_large",
        "bill_amount_mismatch", "bill_overpaid", "members_negative", "bill_overdue", "gap_predicted",
    ]
}
