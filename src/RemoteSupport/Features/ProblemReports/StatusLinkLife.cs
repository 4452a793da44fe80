using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Until when a reporter's link to their report's state can be used.</summary>
internal sealed class StatusLinkLife(StatusLinks links) : ILinkLife
{
    public string Purpose => StatusLinks.Purpose;

    public string Instead => Sentence.Of("The report has been closed for long. A new one can be made at any time.");

    public Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct) => links.EndsAtAsync(id, ct);
}
