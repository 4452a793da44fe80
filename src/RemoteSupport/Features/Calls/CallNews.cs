using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Calls;

/// <summary>Tells the room of a call, and the pages of those who know of it, that something changed.</summary>
internal sealed class CallNews(LiveEvents live)
{
    /// <summary>Words that rooms hear.</summary>
    public const string State = "state", Entries = "entries", Recording = "recording", Presence = "presence";

    /// <summary>The topic of a call's room.</summary>
    public static string TopicOf(Guid callId) => $"call/{callId:N}";

    /// <summary>Something in the room: one of the words above.</summary>
    public Task ChangedAsync(Guid callId, string what) => live.PublishAsync(TopicOf(callId), what);

    /// <summary>It rings, is answered or over: the room hears of it, each page of whoever invited, and the histories.</summary>
    public async Task StateAsync(Call call)
    {
        await ChangedAsync(call.Id, State);
        await live.PublishAsync(Topics.Person(call.InviterId), Topics.Ringing);
        await HistoryAsync(call);
    }

    /// <summary>What a call's page shows has changed.</summary>
    public Task HistoryAsync(Call call) => live.PublishAllAsync(
        [Topics.Person(call.InviterId), call.OrganizationId is { } organization ? Topics.Organization(organization) : Topics.Tenant], Topics.Calls);
}
