using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>When a message can be sent again (DL-2): it has failed, its text is there, it is not old news, and every secret link in it still works.</summary>
internal sealed class Resending(IEnumerable<ILinkLife> lives, IStringLocalizer localizer, TimeProvider clock)
{
    /// <summary>From this age on it would say what was true once.</summary>
    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(7);

    /// <summary>How long it is tried then, as any message (DL-2).</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);

    /// <summary>Until when it may be tried; refused when it cannot be sent again.</summary>
    public async Task<Outcome<DateTimeOffset>> UntilAsync(StoredMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (message.State != "failed") return new NotFailed();
        if (message.BodyText is null) return new TextErased();
        if (now - message.CreatedAt >= NewsFor) return new OldNews();

        var until = now + TriedFor;
        foreach (var link in message.Secrets)
        {
            var life = lives.FirstOrDefault(one => one.Purpose == link.Purpose);
            if (life is null || await life.EndsAtAsync(link.Id, ct) is not { } end)
                return new LinkIsDead(localizer[life?.Instead ?? Sentence.Of("Do again what it was sent for.")]);
            until = end < until ? end : until;
        }

        return until;
    }
}
