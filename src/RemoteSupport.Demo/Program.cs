using RemoteSupport.Demo;

return await DemoCommand.RunAsync(args);
