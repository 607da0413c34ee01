public import Calendars

extension Agreement {
    /// Everything in the record that contradicts itself, its rates or the rules for such papers, in a fixed order.
    ///
    /// - Parameter today: the region's date; a paper is only missed once its members' first month has begun.
    public func findings(_ reference: ReferenceData, today: Day) -> [Finding] {
        let paper = [
            sumOfParts, termBeforeSignature, programmeAgainstBody, programmeAgainstWords, kindAgainstWords,
            coverageRecomputed, coverageBelowTarget, registeredAgainstResidents(reference.regions),
            membersWithoutPaper(today), regionNotAutonomous(reference.regions),
        ].compactMap { $0 }
        let people = countsThatDisagree + changesThatDisagree + membersBelowZero
        return paper + missingAuthorities + signatoryLevels + weekdaysThatDoNotFit + disagreeingSources + people
            + fiscalYears.flatMap { moneyFindings(year: $0, rates: reference.rates) }
            + bills.flatMap { billFindings($0, rates: reference.rates) } + overdueBills(on: today).map(\.finding)
    }
}
