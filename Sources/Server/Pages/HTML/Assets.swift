import Crypto
import Diagrams
import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet, with the pictures' own rules at its end, and the script, under addresses that change when they do, so that browsers may keep them for ever.
struct Assets: Sendable {
    struct Asset: Sendable {
        let path: String
        let type: String
        let bytes: [UInt8]

        init(_ name: String, _ ending: String, type: String, _ bytes: [UInt8]) {
            let digest = SHA256.hash(data: bytes).prefix(6).map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0" + digits : digits
            }.joined()
            path = "/assets/\(name)-\(digest).\(ending)"
            self.type = type
            self.bytes = bytes
        }
    }

    let style = Asset(
        "style", "css", type: "text/css; charset=utf-8",
        PackageResources.style_css + Array(Diagram.styleSheet.utf8))
    let script = Asset("pages", "js", type: "text/javascript; charset=utf-8", PackageResources.pages_js)
    let icon = Asset("icon", "svg", type: "image/svg+xml", PackageResources.icon_svg)

    func add(to router: Router<AppContext>) {
        for asset in [style, script, icon] {
            router.get(RouterPath(asset.path)) { _, _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
                        .xContentTypeOptions: "nosniff",
                    ], body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }
}
