import type { Sample } from './judging';

// Those of the fields that are read; the browser's own declarations have few of them.
interface Report {
  type: string; kind?: string; id: string; localCandidateId?: string; candidateType?: string; state?: string; nominated?: boolean; selectedCandidatePairId?: string;
  currentRoundTripTime?: number; availableOutgoingBitrate?: number; packetsLost?: number; packetsReceived?: number; fractionLost?: number;
  freezeCount?: number; frameWidth?: number; frameHeight?: number;
}

/** Looks at a connection again and again; what is counted from its beginning becomes what happened since the last look. */
export function measuring(): (connection: RTCPeerConnection) => Promise<Sample> {
  let lost = 0;
  let received = 0;

  return async connection => {
    const reports = [...((await connection.getStats()) as unknown as Map<string, Report>).values()];
    const of = (type: string): Report[] => reports.filter(report => report.type === type);
    const sum = (all: Report[], value: (report: Report) => number | undefined): number => all.reduce((so, report) => so + (value(report) ?? 0), 0);
    const pair = pairOf(reports);
    const incoming = of('inbound-rtp');
    const picture = incoming.find(report => report.kind === 'video');
    const [lostNow, receivedNow] = [sum(incoming, report => report.packetsLost), sum(incoming, report => report.packetsReceived)];
    // A new connection counts from nothing.
    const [newlyLost, newlyReceived] = receivedNow < received ? [0, 0] : [Math.max(lostNow - lost, 0), receivedNow - received];
    [lost, received] = [lostNow, receivedNow];
    return {
      rtt: pair?.currentRoundTripTime,
      lossIn: newlyLost / Math.max(newlyLost + newlyReceived, 1),
      lossOut: Math.max(0, ...of('remote-inbound-rtp').map(report => report.fractionLost ?? 0)),
      room: pair?.availableOutgoingBitrate,
      freezes: picture?.freezeCount ?? 0,
      relay: reports.find(report => report.id === pair?.localCandidateId)?.candidateType === 'relay',
      width: picture?.frameWidth ?? 0,
      height: picture?.frameHeight ?? 0,
    };
  };
}

function pairOf(reports: Report[]): Report | undefined {
  const selected = reports.find(report => report.type === 'transport')?.selectedCandidatePairId;
  return reports.find(report => report.id === selected) ?? reports.find(report => report.type === 'candidate-pair' && report.nominated && report.state === 'succeeded');
}
