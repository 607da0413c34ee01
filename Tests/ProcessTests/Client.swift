import Courier
import Documents
import Foundation

/// Speaks to a daemon with a token, through the project's own courier.
struct Client {
    private static let courier = CurlCourier()

    var address: String
    var token: String?
    var headers: [Lease.Header] = []

    struct Answer {
        /// nil where no answer came.
        var status: Int?
        var body: JSON
        var headers: [Lease.Header]
        var text: String

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
        var version: Int? { header("etag").flatMap { Int($0.filter(\.isNumber)) } }
    }

    func send(
        _ method: String, _ path: String, _ body: String? = nil, version: Int? = nil, key: String? = nil
    ) async -> Answer {
        await send(method, path, bytes: body.map { Array($0.utf8) } ?? [], version: version, key: key)
    }

    func send(
        _ method: String, _ path: String, bytes: [UInt8], version: Int? = nil, key: String? = nil
    ) async -> Answer {
        var lease = Lease(
            id: path, method: method, url: address + path, headers: headers, body: bytes,
            limits: .init(totalMilliseconds: 60_000, answerBytesMax: 50_000_000), addresses: .any)
        if let token { lease.headers.append(.init("Authorization", "Bearer \(token)")) }
        if let version { lease.headers.append(.init("If-Match", "\"\(version)\"")) }
        if let key { lease.headers.append(.init("Idempotency-Key", key)) }
        guard case .answered(let answer) = await Client.courier.carry(lease).result, !answer.isTruncated else {
            return Answer(status: nil, body: .null, headers: [], text: "")
        }
        let data = Data(answer.body)
        return Answer(
            status: answer.status, body: (try? CanonicalJSON.decode(JSON.self, from: data)) ?? .null,
            headers: answer.headers, text: String(decoding: data, as: UTF8.self))
    }

    /// The number of the last event.
    func eventCount() async -> Int64 {
        var last: Int64 = 0
        while true {
            let page = await send("GET", "/v1/events?limit=200&after=\(last)").body["items"]?.list ?? []
            guard let seq = page.last?["seq"]?.integer else { return last }
            last = seq
        }
    }

    static func agreement(ref: String, region: String = "53.71") -> String {
        """
        {"ref":"\(ref)","workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","title":"PKS \(ref)","region":"\(region)",
         "valid_from":"2027-01-01","valid_until":"2027-12-31",
         "parties":[{"key":"pemkot","name":"Pemerintah Kota Kupang","side":"local_government","required":true,
                     "signatory":{"name":"A","office":"Wali Kota Kupang"}},
                    {"key":"bpjs","name":"BPJS Kesehatan Cabang Kupang","side":"bpjs","required":true,
                     "signatory":{"name":"B","office":"Kepala Cabang"}}],
         "fields":{"subject":"JKN","people_target":1000,"entered_afterwards":true}}
        """
    }
}
