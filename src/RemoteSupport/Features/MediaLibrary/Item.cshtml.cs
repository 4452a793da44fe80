using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>One item of the library, large, and what is known about it (ML-1).</summary>
[ContentPolicy(Also = "media-src 'self'")]
public sealed class ItemPage(IMediator mediator, MediaDesk desk, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The item.</summary>
    public MediaItem Item { get; private set; } = null!;

    /// <summary>Its name, as it is typed.</summary>
    public RenameMedia Form { get; private set; } = new();

    /// <summary>The call in which the reader is.</summary>
    public RunningCall? Running { get; private set; }

    /// <summary>A fresh number for each form that sends.</summary>
    public Guid NewId() => desk.NewId();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ReadAsync(id) is { } refusal) return Refuse(refusal);
        Form = new RenameMedia { Id = id, Name = Item.Name };
        return Page();
    }

    /// <summary>Calls it something else.</summary>
    public async Task<IActionResult> OnPostRenameAsync(Guid id, [Bind(Prefix = nameof(Form))] RenameMedia form)
    {
        Form = form with { Id = id };
        if ((await mediator.Send(Form)).Refusal is not { } refusal) return Tell(localizer["The new name is saved."], $"{MediaPage.Here}/{id}");
        return await ReadAsync(id) is { } missing ? Refuse(missing) : Refuse(refusal);
    }

    /// <summary>Sends it to the guest of the running call.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, Guid into, Guid entry)
    {
        if (await desk.SendAsync(into, entry, id) is not { } refusal) return Tell(localizer["It has been sent into the call."], $"{MediaPage.Here}/{id}");
        if (await ReadAsync(id) is { } missing) return Refuse(missing);
        Form = new RenameMedia { Id = id, Name = Item.Name };
        return Refuse(refusal);
    }

    private async Task<Refusal?> ReadAsync(Guid id)
    {
        if (!(await mediator.Send(new ShowMedia(id))).Succeeded(out var item, out var refusal)) return refusal;
        (Item, Running) = (item, await desk.FindCallAsync());
        return null;
    }
}
