using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>The library: pictures, videos and documents of calls and for calls (ML-1).</summary>
[Requires(Permission.Invitations), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class MediaPage(IMediator mediator, MediaDesk desk, MediaUploads uploads, IStringLocalizer localizer) : PortalPage
{
    /// <summary>Where it is.</summary>
    public const string Here = "/media";

    private const int Rows = 24;
    private const long LargestForm = MediaRules.LargestFile + (1 << 20);

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public MediaFilter Filter { get; set; } = new();

    /// <summary>The last item of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>What was deleted a moment ago, and can be brought back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Deleted { get; set; }

    /// <summary>The items of this page.</summary>
    public MediaList List { get; private set; } = new([], null);

    /// <summary>How much is kept, and may be.</summary>
    public MediaRoom? Room { get; private set; }

    /// <summary>Whose items can be chosen.</summary>
    public IReadOnlyList<MediaOwner> Owners { get; private set; } = [];

    /// <summary>The call in which the reader is.</summary>
    public RunningCall? Running { get; private set; }

    /// <summary>A fresh number for each form that sends.</summary>
    public Guid NewId() => desk.NewId();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync() is { } refusal ? Refuse(refusal) : Page();

    /// <summary>Puts files into the library.</summary>
    public async Task<IActionResult> OnPostAddAsync(IReadOnlyList<IFormFile>? files)
    {
        var (added, flaw) = await uploads.AddAsync(files ?? [], HttpContext.RequestAborted);
        if (flaw is null) return Tell(localizer.Plural(added, "The file is in the library.", "{0} files are in the library."), Filter.Address());
        await ShowAsync();
        return Refuse(flaw);
    }

    /// <summary>Brings back what was deleted.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        var refusal = (await mediator.Send(new RestoreMedia(id))).Refusal;
        return Tell(refusal is null ? localizer["It is back in the library."] : localizer["It has been erased and cannot be brought back."], Filter.Address());
    }

    /// <summary>Deletes an item.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        if ((await mediator.Send(new DeleteMedia(id))).Refusal is { Status: not 404 } refusal) return Refuse(refusal);
        return LocalRedirect(Request.PathBase + Here + QueryString.Create([KeyValuePair.Create("kind", Filter.Kind), KeyValuePair.Create("deleted", (string?)id.ToString())]));
    }

    /// <summary>Sends an item to the guest of the running call.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, Guid into, Guid entry)
    {
        if (await desk.SendAsync(into, entry, id) is not { } refusal) return Tell(localizer["It has been sent into the call."], Filter.Address());
        await ShowAsync();
        return Refuse(refusal);
    }

    /// <summary>Shown at first where there is no small picture of it.</summary>
    internal static bool IsShown(MediaItem item) => item.HasThumbnail || (FileContent.IsImage(item.MediaType) && item.Size < 1 << 20);

    private async Task<Refusal?> ShowAsync()
    {
        if (!(await mediator.Send(Filter.For(Cursor, Rows))).Succeeded(out var list, out var refusal)) return refusal;
        List = list;
        Room = (await mediator.Send(new FindMediaRoom())).Value;
        Owners = (await mediator.Send(new ListMediaOwners())).Value ?? [];
        Running = await desk.FindCallAsync();
        return null;
    }
}
