/// The version of pksd, as programs and pages say it.
public enum Version {
    public static let current = "1.0.0"
}
