public import Calendars
public import Documents
public import Ledger

extension EndpointSecrets {
    /// How long the old keys may go on signing beside the new one.
    public static let overlaps: ClosedRange<Duration> = .zero ... .seconds(7 * 86_400)
    public static let usualOverlap = Duration.seconds(86_400)
    private static let oldKeysMax = 10

    /// The secrets with a new key, of whichever kind. The older keys sign until the overlap is over and no longer; with
    /// none, only the new key signs from now on.
    ///
    /// - Throws: `WebhookKey.Fault` if the new key is none, ``BadOverlap`` outside ``overlaps``.
    public func rotated(
        to newKey: String, at now: Instant, overlap: Duration = usualOverlap
    ) throws -> EndpointSecrets {
        guard EndpointSecrets.overlaps.contains(overlap) else { throw BadOverlap() }
        let newest = SigningKey(text: try WebhookKey(newKey).text)
        let end = now + overlap
        let older = signing.filter { $0.text != newest.text }
            .map { SigningKey(text: $0.text, expiresAt: min($0.expiresAt ?? end, end)) }
            .filter { $0.expiresAt.map { now < $0 } ?? true }
        return EndpointSecrets(
            signing: [newest] + older.prefix(EndpointSecrets.oldKeysMax), clientKey: clientKey)
    }

    public struct BadOverlap: ExplainedError, Equatable {
        public var message: Bilingual {
            Bilingual(
                id: "kunci lama boleh berlaku paling lama 7 hari lagi", en: "old keys may stay valid for 7 days at most"
            )
        }
    }
}
