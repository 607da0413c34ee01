/// Takes a message to a mail server and brings back what happened. Never throws: a failure is an outcome too.
public protocol Postman: Sendable {
    func post(_ posting: Posting) async -> PostingOutcome
}
