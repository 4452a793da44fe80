using System.Globalization;
using MediatR;
using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Storage.Films;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>Puts the pieces of a recording together and brings the film into the call's history and the host's library (CA-3), once, whichever nodes try.</summary>
internal sealed class Joining(Db db, Recordings recordings, FilmJoiner films, Pieces pieces, Showing showing)
{
    /// <summary>Never inside a transaction: it may take minutes.</summary>
    public async Task JoinAsync(Recording recording, CancellationToken ct)
    {
        var call = await db.SingleAsync<Call>($"{Call.Sql} where c.id = @CallId", new { recording.CallId }, ct);
        var name = await NameAsync(call, recording, ct);
        var joined = await films.JoinAsync(name, pieces.Open(recording.Id, await recordings.CountAsync(recording.Id, ct)), ct);
        await db.InTransactionAsync(async () =>
        {
            if (await recordings.LockAsync(recording.CallId, recording.Id, ct) is not { State: "joining" } held) return;
            if (joined is null) await recordings.EndAsync(held, "empty");
            else await showing.ShowAsync(call, held, joined);
            await db.RunAsync("update recordings set due_at = @Now where id = @Id", new { recording.Id, recordings.Now }, ct);
        }, ct);
    }

    /// <summary>By whom it is of, and when it began where the host is: in no language.</summary>
    private async Task<string> NameAsync(Call call, Recording recording, CancellationToken ct)
    {
        var zone = await db.SingleAsync<string>(
            "select coalesce(a.time_zone, s.time_zone) from accounts a cross join tenant_settings s where a.id = @InviterId", new { call.InviterId }, ct);
        var begun = TimeZoneInfo.ConvertTime(recording.ConsentedAt ?? call.RangAt, TimeZones.TryFind(zone, out var known) ? known : TimeZoneInfo.Utc);
        return $"{call.Invitee} {begun.ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture)}";
    }
}

/// <summary>Shows a film where people look for it.</summary>
internal sealed class Showing(Db db, IMediator mediator, CallEntries entries, CallNews news, TimeProvider clock)
{
    /// <summary>In the transaction that ends its recording.</summary>
    public async Task ShowAsync(Call call, Recording recording, Film film)
    {
        var media = Guid.CreateVersion7(clock.GetUtcNow());
        await mediator.Publish(new CallMediaArrived(
            media, call.Id, call.InviterId, call.OrganizationId, film.File.Id, film.Thumbnail?.Id, null, (int?)film.Length?.TotalMilliseconds, film.IsSeekable));
        await db.RunAsync("update recordings set state = 'done', media_id = @media where id = @Id", new { recording.Id, media });
        await entries.AddAsync(call.Id, new NewEntry(recording.Id, Seats.Host, call.HostName, "recording", MediaId: media));
        await news.ChangedAsync(call.Id, CallNews.Recording);
        await news.ChangedAsync(call.Id, CallNews.Entries);
        await news.HistoryAsync(call);
    }
}
