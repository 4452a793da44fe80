using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Features.Profile;

/// <summary>What is said about me, and my password: two forms.</summary>
[Requires(Permission.OwnAccount)]
public sealed class ProfilePage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/profile";

    /// <summary>What is typed about the person.</summary>
    public ChangeProfile Form { get; private set; } = new();

    /// <summary>What is typed as passwords; never shown again.</summary>
    public ChangePassword Password { get; } = new();


    /// <summary>The zones to choose from, with the person's own should it have an older name.</summary>
    public IEnumerable<string> Zones => TimeZones.All.Union(caller.SignedIn.TimeZone is { } own ? [own] : []);

    /// <summary>Shows both forms.</summary>
    public void OnGet() => Fill();

    /// <summary>Saves what is said about the person, and answers in the language just chosen.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] ChangeProfile form)
    {
        Form = form;
        var outcome = await mediator.Send(form);
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        using (Languages.Find(form.Language)?.Use()) return Tell(localizer["Your profile is saved."], Here);
    }

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostPasswordAsync([Bind(Prefix = nameof(Password))] ChangePassword password)
    {
        Fill();
        var outcome = await mediator.Send(password);
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Tell(localizer["Your password is changed. Your other devices are signed out."], Here);
    }

    private void Fill()
    {
        var me = caller.SignedIn;
        Form = new ChangeProfile { Name = me.Name, Language = me.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, TimeZone = me.TimeZone };
    }
}
