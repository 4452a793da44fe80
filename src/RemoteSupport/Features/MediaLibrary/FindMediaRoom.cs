using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>
/// How much the tenant keeps and may keep; asked with a size, also whether there is room for so many bytes more. Inside a transaction others who ask wait for its end, so that two do not
/// fill the same room.
/// </summary>
[Requires(Permission.Invitations, Permission.InCall)]
public sealed record FindMediaRoom(long? Size = null) : IQuery<MediaRoom>
{
    internal sealed class Handler(Db db) : IRequestHandler<FindMediaRoom, Outcome<MediaRoom>>
    {
        public async Task<Outcome<MediaRoom>> Handle(FindMediaRoom request, CancellationToken cancellationToken)
        {
            var quota = await db.SingleAsync<long>($"select media_quota from tenant_settings {(db.InTransaction ? "for no key update" : "")}", ct: cancellationToken);
            var used = await db.SingleAsync<long>("select coalesce(sum(size), 0)::bigint from media_items where deleted_at is null", ct: cancellationToken);
            return request.Size is { } size && used + size > quota ? new QuotaExceeded() : new MediaRoom(used, quota);
        }
    }
}

/// <summary>Bytes that the tenant keeps, and how many it may.</summary>
public sealed record MediaRoom(long Used, long Quota);
