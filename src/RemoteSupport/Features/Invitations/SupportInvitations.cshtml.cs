using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>Who was invited, and how far each got (IN-7).</summary>
public sealed class SupportInvitationsPage(IMediator mediator, Caller caller) : PortalPage
{
    private const int Rows = 20;
    private const string Here = "/support-invitations";

    /// <summary>Only those that stand so.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Only those with this in reference, address or names.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>"mine": only one's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>Those of this page.</summary>
    public SupportInvitationList List { get; private set; } = new([], null);

    /// <summary>Whether something is left out on purpose.</summary>
    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrWhiteSpace(Query) || Whose == "mine";

    /// <summary>Whether others' invitations are among them.</summary>
    public bool SeesOthers => caller.May(Permission.Tenant) || caller.May(Permission.LookInside);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListSupportInvitations { State = string.IsNullOrEmpty(State) ? null : State, Query = Query, IsMine = Whose == "mine", Cursor = Cursor, Limit = Rows });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        List = list;
        return Page();
    }

    /// <summary>The address of a page of the same list.</summary>
    public string Address(Guid? cursor) => Here + QueryString.Create(
        new (string Name, string? Value)[] { ("query", Query), ("state", State), ("whose", Whose), ("cursor", cursor?.ToString()) }
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
