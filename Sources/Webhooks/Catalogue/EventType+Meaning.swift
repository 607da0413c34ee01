public import Agreements
public import Documents

extension EventType {
    /// What it means that this happened, in one sentence.
    public var meaning: Bilingual {
        switch self {
        case .agreementCreated:
            Bilingual(id: "Sebuah perjanjian dimasukkan ke dalam catatan.", en: "An agreement was entered.")
        case .agreementStateChanged:
            Bilingual(
                id: "Perjanjian pindah ke tahap lain dalam alur kerjanya.",
                en: "An agreement moved to another state of its workflow.")
        case .agreementAmended:
            Bilingual(
                id: "Isi catatan perjanjian diubah; hanya yang berubah disebut.",
                en: "What the record of an agreement says was changed; only what changed is named.")
        case .signatureRecorded:
            Bilingual(id: "Satu pihak telah menandatangani.", en: "One party has signed.")
        case .fundingRecorded:
            Bilingual(
                id: "Sumber dana untuk satu tahun anggaran dicatat.",
                en: "Money from one source for one fiscal year was recorded.")
        case .fundingRevised:
            Bilingual(
                id: "Pagu sebuah sumber dana berubah sejak suatu hari.",
                en: "The ceiling of a funding line is another from a day on.")
        case .fundingStageChanged:
            Bilingual(
                id: "Dana melangkah ke tahap anggaran berikutnya.", en: "A funding line reached another budget stage.")
        case .fundingRunwayShort:
            Bilingual(
                id: "Dana tidak cukup sampai akhir masa yang harus dibiayai.",
                en: "The money does not last for the time it has to pay for.")
        case .membersRecorded:
            Bilingual(
                id: "Jumlah peserta satu segmen dicatat untuk beberapa bulan.",
                en: "The head count of a segment was recorded for a run of months.")
        case .membersChanged:
            Bilingual(
                id: "Mutasi peserta satu bulan dicatat: yang masuk dan yang keluar.",
                en: "Who joined and left in one month was recorded, in heads.")
        case .billIssued:
            Bilingual(id: "Tagihan iuran satu bulan terbit.", en: "The contribution bill of one month was issued.")
        case .billStageChanged:
            Bilingual(id: "Tagihan pindah ke tahap lain.", en: "A bill moved to another state.")
        case .billPaid:
            Bilingual(
                id: "Uang untuk sebuah tagihan diterima, seluruhnya atau sebagian.",
                en: "Money for a bill arrived, in whole or in part.")
        case .billOverdue:
            Bilingual(
                id: "Tagihan belum lunas setelah jatuh tempo.", en: "A bill is unpaid after the day it was due.")
        case .documentAdded:
            Bilingual(
                id: "Dokumen dicatat pada perjanjian; isinya tetap di tempatnya.",
                en: "A document was listed with an agreement; its content stays where it is.")
        case .noteAdded:
            Bilingual(id: "Catatan ditambahkan pada perjanjian.", en: "A note was added to an agreement.")
        case .requirementWaived:
            Bilingual(
                id: "Satu syarat dikesampingkan oleh yang berwenang, dengan alasan.",
                en: "Somebody who may has waived a requirement and said why.")
        case .workflowMigrated:
            Bilingual(
                id: "Perjanjian dipindahkan ke susunan alur kerja yang lain.",
                en: "An agreement was moved to another structure of its workflow.")
        case .gapPredicted:
            Bilingual(
                id: "Perlindungan akan putus karena perjanjian berakhir tanpa pengganti yang sah.",
                en: "Cover will stop, because an agreement ends without a signed successor.")
        case .expiring:
            Bilingual(id: "Perjanjian segera berakhir.", en: "An agreement is about to end.")
        case .dataInconsistent:
            Bilingual(
                id: "Isi catatan saling bertentangan; angkanya disebut.",
                en: "What is on record does not add up; the numbers show it.")
        case .findingResolved:
            Bilingual(
                id: "Temuan diperiksa dan boleh dibiarkan, dengan alasan.",
                en: "Somebody looked into a finding and said why it may stand.")
        case .coverageRecorded:
            Bilingual(
                id: "Cakupan atau keaktifan kepesertaan sebuah wilayah dicatat.",
                en: "How many of a region's residents are registered or active was recorded.")
        case .thresholdCrossed:
            Bilingual(
                id: "Status UHC sebuah wilayah berubah.",
                en: "A region gained or lost a status of universal health coverage.")
        case .reminderDue:
            Bilingual(id: "Pengingat jatuh waktunya dan disampaikan.", en: "A reminder came due and was told.")
        case .reminderEscalated:
            Bilingual(
                id: "Tidak ada jawaban, maka pejabat berikutnya diberi tahu.",
                en: "There was no answer, so the next office was told.")
        case .reminderAcknowledged:
            Bilingual(
                id: "Penerima pengingat menyatakan sedang menanganinya.",
                en: "Whom a reminder reached says that they are on it.")
        case .reminderSnoozed:
            Bilingual(id: "Pengingat ditunda, dengan alasan.", en: "A reminder was put off, with a reason.")
        case .roleVacant:
            Bilingual(
                id: "Pengingat ditujukan kepada jabatan yang tidak ada pemegangnya.",
                en: "A reminder went to an office that nobody holds.")
        case .holidaysAccepted:
            Bilingual(
                id: "Hari libur yang berlaku berubah; pengingat ikut bergeser.",
                en: "Other days off came into force, and reminders moved with them.")
        case .holidaysMissing:
            Bilingual(
                id: "Hari libur tahun depan belum diketahui.", en: "The days off of the next year are not known yet.")
        case .endpointDisabled:
            Bilingual(
                id: "Alamat webhook dimatikan; tidak ada lagi yang dikirim ke sana.",
                en: "A webhook endpoint was switched off; nothing more is sent to it.")
        }
    }
}
