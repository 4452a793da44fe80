using Dapper;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>
/// The items that the caller sees: their own; a tenant admin all of the partner's people, an organization's owner and admins all of that organization. What an
/// organization keeps is never the partner's to see.
/// </summary>
internal sealed class Shelf(Db db, Caller caller, LiveEvents live)
{
    private const string Rows =
        """
        select m.id, m.kind, m.name, m.media_type, m.size, m.duration_ms, m.is_seekable, m.thumbnail_id is not null as has_thumbnail, m.created_at, m.due_at as erased_at,
          m.owner_id, a.name as owner_name, m.call_id, c.invitee as call_name, c.rang_at as call_at
        from media_items m
        join accounts a on a.id = m.owner_id
        left join media_calls c on c.id = m.call_id
        """;

    /// <summary>Whether the caller sees what others keep.</summary>
    public bool IsOfOthers => caller.May(Permission.Tenant) || (caller.SignedIn.Inside is not null && caller.May(Permission.LookInside));

    /// <summary>Over media_items m; wants the values of <see cref="Values"/>.</summary>
    public string Condition => (caller.SignedIn.Inside, IsOfOthers) switch
    {
        (_, false) => "m.owner_id = @Me and m.organization_id is not distinct from @Inside",
        (null, true) => "m.organization_id is null",
        _ => "m.organization_id = @Inside",
    };

    /// <summary>The condition's values, beside others.</summary>
    public DynamicParameters Values(object others)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new { Me = caller.SignedIn.AccountId, caller.SignedIn.Inside });
        return values;
    }

    /// <summary>Those that the caller sees and that are not deleted.</summary>
    /// <param name="further">Begins with "and", or orders and limits.</param>
    /// <param name="values">What stands in it.</param>
    /// <param name="ct">Stops it.</param>
    public Task<IReadOnlyList<MediaItem>> ListAsync(string further, object values, CancellationToken ct) =>
        db.ListAsync<MediaItem>($"{Rows} where m.deleted_at is null and {Condition} {further}", Values(values), ct);

    /// <summary>One of them; null where there is none for these eyes.</summary>
    public async Task<MediaItem?> FindAsync(Guid id, CancellationToken ct) => (await ListAsync("and m.id = @id", new { id }, ct)).SingleOrDefault();

    /// <summary>Tells the pages of whoever sees an item, in the transaction of the change.</summary>
    public Task ChangedAsync(Guid ownerId, Guid? organizationId) =>
        live.PublishAllAsync([Topics.Person(ownerId), organizationId is { } organization ? Topics.Organization(organization) : Topics.Tenant], Topics.Media);
}
