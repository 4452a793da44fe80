using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Calls an item something else (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record RenameMedia : ICommand<MediaItem>
{
    /// <summary>Which.</summary>
    public Guid Id { get; init; }

    /// <summary>As it is called from now on.</summary>
    [Required(ErrorMessage = "Please enter a name.")]
    public string Name { get; init => field = MediaRules.Name(value); } = "";

    internal sealed class Handler(Shelf shelf, Db db, AuditTrail audit) : IRequestHandler<RenameMedia, Outcome<MediaItem>>
    {
        public async Task<Outcome<MediaItem>> Handle(RenameMedia request, CancellationToken cancellationToken)
        {
            if (await shelf.FindAsync(request.Id, cancellationToken) is not { } item) return new NotFound();
            var renamed = await db.SingleAsync<ChangedMedia>(
                $"update media_items m set name = @Name where m.id = @Id returning {ChangedMedia.Columns}", new { request.Id, request.Name }, cancellationToken);
            audit.Target("media", item.Id, request.Name);
            audit.Changed("name", item.Name, request.Name);
            await shelf.ChangedAsync(renamed.OwnerId, renamed.OrganizationId);
            return item with { Name = request.Name };
        }
    }
}
