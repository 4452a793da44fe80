using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Tells open pages about reports.</summary>
internal static class ReportEvents
{
    /// <summary>The partner's pages, the organization's, and those of who reported it, in the transaction of the change.</summary>
    public static Task PublishReportsAsync(this LiveEvents live, Guid? organizationId, Guid? reporterId)
    {
        var topics = new List<string> { Topics.Support };
        if (organizationId is { } organization) topics.Add(Topics.Organization(organization));
        if (reporterId is { } reporter) topics.Add(Topics.Person(reporter));
        return live.PublishAllAsync(topics, Topics.Reports);
    }
}
