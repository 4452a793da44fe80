using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Limits;

/// <summary>Reads a limit as it is sent.</summary>
internal sealed class LimitText(Clocks clocks)
{
    /// <summary>ISO 8601 within the bounds; nothing sent leaves what stands there.</summary>
    public Outcome<TimeSpan> Read(string field, string? text, LengthRange range, TimeSpan present)
    {
        if (text is null) return present;
        return IsoDuration.Read(text) is { } length && range.Holds(length) ? length : new LimitOutOfRange(field, clocks.Duration(range.Shortest), clocks.Duration(range.Longest));
    }
}
