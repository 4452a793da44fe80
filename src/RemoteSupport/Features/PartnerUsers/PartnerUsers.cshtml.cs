using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>The partner's team: who is in it, and the form that invites somebody (TN-5).</summary>
public sealed class PartnerUsersPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>Where the list is.</summary>
    public const string Here = "/settings/users";

    private const int Rows = 25;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public PartnerUsersFilter Filter { get; set; } = new();

    /// <summary>The last person of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>Who is there.</summary>
    public PartnerUserList List { get; private set; } = new([], null);

    /// <summary>What is typed about somebody to invite.</summary>
    public InvitePartnerUser Form { get; private set; } = new();

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync() is { } refusal ? Refuse(refusal) : Page();

    /// <summary>Invites somebody.</summary>
    public async Task<IActionResult> OnPostInviteAsync([Bind(Prefix = nameof(Form))] InvitePartnerUser form)
    {
        Form = form;
        var outcome = await mediator.Send(form);
        if (outcome.Succeeded(out var user, out var refusal)) return Tell(localizer["The invitation to {0} is on its way.", user.Email], Here);
        await ShowAsync();
        return Refuse(refusal);
    }

    private async Task<Refusal?> ShowAsync()
    {
        var outcome = await mediator.Send(new ListPartnerUsers { Query = Filter.Query, Role = Filter.Role, Status = Filter.Status, Cursor = Cursor, Limit = Rows });
        if (outcome.Succeeded(out var list, out var refusal)) List = list;
        return refusal;
    }
}

/// <summary>What the list of partner users is narrowed to, as its address says it.</summary>
public sealed record PartnerUsersFilter
{
    /// <summary>A part of a name or an address.</summary>
    public string? Query { get; init; }

    /// <summary>"admin" or "supporter".</summary>
    public string? Role { get; init; }

    /// <summary>"invited", "active" or "deactivated".</summary>
    public string? Status { get; init; }

    /// <summary>Whether anything is asked for at all.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Query) || Role is not null || Status is not null;

    /// <summary>The list's address for the same people, and for a place among them.</summary>
    internal string Address(Guid? cursor = null) =>
        PartnerUsersPage.Here + QueryString.Create(
            new (string Name, string? Value)[] { ("query", Query), ("role", Role), ("status", Status), ("cursor", cursor?.ToString()) }
                .Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value;
}
