namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>How long a recording waits for whom, and how large its pieces may be.</summary>
internal static class RecordingRules
{
    /// <summary>A guest who has not answered for this long has not consented.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(60);

    /// <summary>After so long without a piece its tab is gone: what came is put together.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>So long a node may take to put pieces together before another one tries.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Two seconds of film are a few hundred kilobytes; this is plenty.</summary>
    public const long LargestPiece = 16L << 20;

    /// <summary>A piece's number stays below this: more than two days of pieces of two seconds.</summary>
    public const int MostPieces = 100_000;
}
